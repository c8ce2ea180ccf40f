// SPDX-License-Identifier: MIT
#include <doctest/doctest.h>

#include <string>
#include <tests/support/changed_text.hpp>
#include <tests/support/statements.hpp>

using namespace msp;
using namespace msp::test;

namespace {

const std::string sgml =
    "OFXHEADER:100\r\nDATA:OFXSGML\r\nCHARSET:1252\r\n\r\n<OFX>\r\n"
    "<BANKMSGSRSV1><STMTTRNRS><TRNUID>1<STATUS><CODE>0<SEVERITY>INFO</STATUS>\r\n"
    "<STMTRS><CURDEF>EUR<BANKACCTFROM><BANKID>10278<BRANCHID>00001<ACCTID>00012345601"
    "<ACCTTYPE>CHECKING</BANKACCTFROM>\r\n"
    "<BANKTRANLIST><DTSTART>20260101<DTEND>20260131\r\n"
    "<STMTTRN><TRNTYPE>DEBIT<DTPOSTED>20260105<TRNAMT>-250,00<FITID>1<NAME>PRLV SCI"
    "<MEMO>SCI-1</STMTTRN>\r\n"
    "<STMTTRN>\r\n<TRNTYPE>CREDIT\r\n<DTPOSTED>20260112120000.000[+1:CET]\r\n<TRNAMT>+1150.01\r\n"
    "<FITID>\r\n<NAME>DR \xc9"
    "CHO &amp; CIE\r\n</STMTTRN>\r\n"
    "</BANKTRANLIST><LEDGERBAL><BALAMT>1900.01<DTASOF>20260131</LEDGERBAL>\r\n"
    "<AVAILBAL><BALAMT>5.00<DTASOF>20260131</AVAILBAL></STMTRS></STMTTRNRS></BANKMSGSRSV1>\r\n"
    "</OFX>\r\n";

const std::string xml =
    "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n<?OFX OFXHEADER=\"200\" VERSION=\"220\"?>\n<OFX>\n"
    "<BANKMSGSRSV1><STMTTRNRS><STMTRS><CURDEF>EUR</CURDEF><BANKACCTFROM><BANKID>10278</BANKID>"
    "<BRANCHID></BRANCHID><ACCTID>FR76 1027 8000 0100 0123 4560 178</ACCTID></BANKACCTFROM>"
    "<BANKTRANLIST>\n"
    "<STMTTRN><DTPOSTED>20260105</DTPOSTED><TRNAMT>-250.00</TRNAMT><CHECKNUM>319</CHECKNUM>"
    "<NAME>CHEQUE</NAME><MEMO>SCI-1</MEMO><BANKACCTTO><ACCTID>9</ACCTID></BANKACCTTO></STMTTRN>\n"
    "<STMTTRN><DTPOSTED>20260112</DTPOSTED><TRNAMT>1150.01</TRNAMT><NAME></NAME>"
    "<MEMO>ALPHA</MEMO></STMTTRN></BANKTRANLIST>\n"
    "<BANKTRANLISTP><STMTTRNP><TRNAMT>-9.99</TRNAMT></STMTTRNP></BANKTRANLISTP>\n"
    "<LEDGERBAL><BALAMT></BALAMT><DTASOF></DTASOF></LEDGERBAL>\n"
    "</STMTRS></STMTTRNRS></BANKMSGSRSV1></OFX>\n";

}  // namespace

TEST_CASE("OFX 1: leaves that are not closed, on one line or on many") {
    const auto read = statement_of(sgml);
    CHECK(read->found() == Texts{});
    CHECK(read->entries() == Texts{"2026-01-05 -250.00 PRLV SCI [SCI-1]", "2026-01-12 1150.01 DR ÉCHO & CIE []"});
    CHECK(read->only().account.shown() == "10278 00001 00012345601");
    CHECK_FALSE(read->only().opening.has_value());
    CHECK(plain(read->only().closing->amount) == "1900.01");
    // 1,900.01 - 1,150.01 = 750.00.
    CHECK(plain(read->only().balance_on(read->only().entries[0].date).value()) == "750.00");
}

TEST_CASE("OFX 2: closed leaves, empty ones, an IBAN, a cheque, what is not yet booked") {
    const auto read = statement_of(xml);
    CHECK(read->found() == Texts{});
    CHECK(read->entries() == Texts{"2026-01-05 -250.00 CHEQUE [319]", "2026-01-12 1150.01 ALPHA []"});
    CHECK(read->only().account.shown() == "FR7610278000010001234560178");
    CHECK_FALSE(read->only().closing.has_value());
    CHECK(read->only().pending == 1);
}

TEST_CASE("what OFX cannot mean is refused where it stands") {
    CHECK(statement_of(changed(sgml, "-250,00", "$250"))->found() == Texts{"bank-file.amount 9:50"});
    CHECK(statement_of(changed(sgml, "-250,00", "-250,001"))->found() == Texts{"bank-file.amount 9:50"});
    CHECK(statement_of(changed(sgml, "<TRNAMT>-250,00", ""))->found() == Texts{"bank-file.amount 9:1"});
    // Read day first it would be the 20th of November 2000.
    CHECK(statement_of(changed(sgml, "20260105", "20112000"))->found() == Texts{"bank-file.date 9:34"});
    CHECK(statement_of(changed(sgml, "20260105", "20260230"))->found() == Texts{"bank-file.date 9:34"});
    CHECK(statement_of(changed(sgml, "CURDEF>EUR", "CURDEF>CAD"))->found() == Texts{"bank-file.currency 7:17"});
    CHECK(statement_of(sgml.substr(0, sgml.find("<AVAILBAL")))->found() == Texts{"bank-file.order 18:1"});
    CHECK(statement_of(changed(changed(sgml, "<STMTRS>", ""), "</STMTRS>", ""))->found() ==
          Texts{"bank-file.order 9:1", "bank-file.order 10:1", "bank-file.order 17:16", "bank-file.order 20:1"});
    CHECK(statement_of("<OFX></OFX>")->found() == Texts{"bank-file.order 1:12"});
}
