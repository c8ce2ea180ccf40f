// SPDX-License-Identifier: MIT
#include <doctest/doctest.h>

#include <string>
#include <tests/support/changed_text.hpp>
#include <tests/support/statements.hpp>

using namespace msp;
using namespace msp::test;

namespace {

std::string xml_balance(const std::string& code, const std::string& amount, const std::string& day) {
    return "<Bal><Tp><CdOrPrtry><Cd>" + code + "</Cd></CdOrPrtry></Tp><Amt Ccy=\"EUR\">" + amount +
           "</Amt><CdtDbtInd>CRDT</CdtDbtInd><Dt><Dt>" + day + "</Dt></Dt></Bal>\n";
}

const std::string xml_head =
    "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n"
    "<Document xmlns=\"urn:iso:std:iso:20022:tech:xsd:camt.053.001.02\"><BkToCstmrStmt>\n"
    "<Stmt><Id>1</Id><Acct><Id><IBAN>FR7610278000010001234560178</IBAN></Id><Ccy>EUR</Ccy></Acct>\n";
const std::string xml_rent =
    "<Ntry><Amt "
    "Ccy=\"EUR\">250.00</Amt><CdtDbtInd>DBIT</CdtDbtInd><Sts>BOOK</Sts><BookgDt><Dt>2026-01-05</Dt></BookgDt>"
    "<ValDt><Dt>2026-01-06</Dt></ValDt><AcctSvcrRef>B1</AcctSvcrRef><NtryDtls><TxDtls><Refs><EndToEndId>BAIL-1"
    "</EndToEndId></Refs><RltdPties><Cdtr><Nm>SCI DES TILLEULS</Nm></Cdtr></RltdPties><RmtInf><Ustrd>LOYER</Ustrd>"
    "<Ustrd>JANVIER &amp; CHARGES</Ustrd></RmtInf></TxDtls></NtryDtls><AddtlNtryInf>PRLV SEPA</AddtlNtryInf></Ntry>\n";
// As version 08 has it: the status in a code, a time with its zone.
const std::string xml_came =
    "<Ntry><Amt Ccy=\"EUR\">1150.01</Amt><CdtDbtInd>CRDT</CdtDbtInd><RvslInd>true</RvslInd><Sts><Cd>BOOK</Cd></Sts>"
    "<BookgDt><DtTm>2026-01-12T23:30:00+01:00</DtTm></BookgDt><AcctSvcrRef>B2</AcctSvcrRef><NtryDtls><TxDtls><Refs>"
    "<EndToEndId>NOTPROVIDED</EndToEndId></Refs><RltdPties><Dbtr><Pty><Nm>DR ALPHA</Nm></Pty></Dbtr></RltdPties>"
    "</TxDtls></NtryDtls></Ntry>\n";
const std::string xml_pending = "<Ntry><Amt Ccy=\"EUR\">9.99</Amt><CdtDbtInd>DBIT</CdtDbtInd><Sts>PDNG</Sts></Ntry>\n";
const std::string xml_foot = "</Stmt></BkToCstmrStmt></Document>\n";
// 1,000.00 - 250.00 + 1,150.01 = 1,900.01.
const std::string xml_opened = xml_balance("OPBD", "1000.00", "2025-12-31");
const std::string xml_closed = xml_balance("CLBD", "1900.01", "2026-01-31");
const std::string xml_all = xml_head + xml_opened + xml_closed + xml_rent + xml_came + xml_pending + xml_foot;

}  // namespace

TEST_CASE("CAMT.053: balances and booked entries of any version") {
    const Texts expected = {"2026-01-05 -250.00 LOYER JANVIER & CHARGES PRLV SEPA SCI DES TILLEULS [BAIL-1]",
                            "2026-01-12 1150.01 DR ALPHA [B2]"};
    std::string prefixed =
        changed(changed(xml_all, "<Document xmlns", "<c:Document xmlns:c"), "</Document", "</c:Document");
    prefixed = changed(changed(prefixed, "<Ntry>", "<c:Ntry>"), "</Ntry>", "</c:Ntry>");
    for (const std::string& text : {xml_all, prefixed}) {
        const auto read = statement_of(text);
        CHECK(read->found() == Texts{});
        CHECK(read->entries() == expected);
        CHECK(read->only().account.iban == "FR7610278000010001234560178");
        CHECK(plain(read->only().opening->amount) == "1000.00");
        CHECK(plain(read->only().closing->amount) == "1900.01");
        CHECK(read->only().pending == 1);
        CHECK(iso(read->only().entries[0].value_date.value()) == "2026-01-06");
        CHECK(read->only().entries[1].line == 7);
    }
}

TEST_CASE("a batch is one booking, and pages of a statement have interim balances") {
    const std::string batch =
        changed(changed(xml_rent, "</TxDtls>", "</TxDtls><TxDtls><Amt Ccy=\"EUR\">1</Amt></TxDtls>"), "PRLV SEPA",
                "REMISE 2 PRLV");
    CHECK(statement_of(xml_head + batch + xml_foot)->entries() == Texts{"2026-01-05 -250.00 REMISE 2 PRLV [B1]"});
    const auto page =
        statement_of(xml_head + xml_opened + xml_balance("ITBD", "750.00", "2026-01-05") + xml_rent + xml_foot);
    CHECK(page->found() == Texts{});
    CHECK(plain(page->only().closing->amount) == "750.00");
    const auto wrong =
        statement_of(xml_head + xml_opened + xml_balance("ITBD", "750.01", "2026-01-05") + xml_rent + xml_foot);
    CHECK(wrong->found() == Texts{"bank-file.sum 5:66"});
}

TEST_CASE("what CAMT.053 cannot mean is refused where it stands") {
    const auto found = [](std::string_view from, std::string_view to) {
        return statement_of(changed(xml_all, from, to))->found();
    };
    CHECK(found("250.00", "250.01") == Texts{"bank-file.sum 5:66"});
    CHECK(found("250.00", "250.001") == Texts{"bank-file.amount 6:22"});
    CHECK(found("250.00", "-250.00") == Texts{"bank-file.record 6:22"});
    CHECK(found("250.00", "") == Texts{"bank-file.amount 6:8"});
    CHECK(found("2026-01-05", "2026-02-30") == Texts{"bank-file.date 6:89"});
    CHECK(found("2026-01-05", "05/01/2026") == Texts{"bank-file.date 6:89"});
    CHECK(found(">DBIT", ">DEBIT") == Texts{"bank-file.record 6:45"});
    CHECK(found("<Sts>BOOK", "<Sts>BOK") == Texts{"bank-file.record 6:66"});
    CHECK(found("\"EUR\">250.00", "\"USD\">250.00") == Texts{"bank-file.currency 6:22"});
    CHECK(found("<Stmt>", "<Rpt>") == Texts{"bank-file.markup 9:3"});
    CHECK(statement_of(changed(changed(xml_all, "<Stmt>", "<Rpt>"), "</Stmt>", "</Rpt>"))->found() ==
          Texts{"bank-file.order 2:67"});
    CHECK(statement_of(xml_all.substr(0, xml_all.find("</Document>")))->found() == Texts{"bank-file.markup 9:23"});
    CHECK(statement_of("<html><body>")->found() == Texts{"bank-file.markup 1:12"});
    CHECK(statement_of("<html></html>")->found() == Texts{"bank-file.order 1:2"});
}

TEST_CASE("what makes XML dangerous is refused before it is read") {
    CHECK(statement_of(changed(xml_all, "<Document", "<!DOCTYPE x [<!ENTITY a \"b\">]>\n<Document"))->found() ==
          Texts{"bank-file.markup 2:1"});
    CHECK(statement_of("<!-- <a> --><?a <b> ?><![CDATA[<!DOCTYPE]]><a b='<>'/>")->found() ==
          Texts{"bank-file.order 1:45"});
    std::string deep;
    for (int i = 0; i < 100'000; ++i)
        deep += "<a>";
    // The first that is too deep is the 65th.
    CHECK(statement_of(deep)->found() == Texts{"bank-file.markup 1:193"});
}
