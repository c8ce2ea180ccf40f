// SPDX-License-Identifier: MIT
#include <msp/diag/diagnostic.hpp>
#include <msp/read/document.hpp>

#include <doctest/doctest.h>

#include <string>
#include <string_view>
#include <vector>

using namespace msp;

namespace {

Node named(std::string_view key) {
    Node node;
    node.key = key;
    return node;
}

std::string keys(const Document& document, NodeId parent) {
    std::string all;
    for (NodeId child = document[parent].child; child != no_node; child = document[child].next)
        all += std::string(document[child].key) + " ";
    return all;
}

}  // namespace

TEST_CASE("a new document is an empty table, nowhere") {
    const Document document;
    CHECK(document.size() == 1);
    CHECK(document[Document::root()].kind == NodeKind::table);
    CHECK(document[Document::root()].child == no_node);
    CHECK_FALSE(document[Document::root()].span.known());
}

TEST_CASE("children stand in the order in which they are linked, and are found by key") {
    Document document;
    const NodeId root = Document::root();
    NodeId last = document.link(root, no_node, document.add(named("a")));
    last = document.link(root, last, document.add(named("b")));
    const NodeId c = document.add(named("c"));
    document.append(root, c);
    CHECK(keys(document, root) == "a b c ");
    CHECK(document.find(root, "c") == c);
    CHECK(document.find(root, "d") == no_node);
    CHECK(document.find(c, "a") == no_node);
}

TEST_CASE("append begins an empty table too") {
    Document document;
    document.append(Document::root(), document.add(named("a")));
    document.append(Document::root(), document.add(named("b")));
    CHECK(keys(document, Document::root()) == "a b ");
}

TEST_CASE("a child can be taken out wherever it stands") {
    struct Row {
        std::size_t taken;
        const char* left;
    };
    for (const Row& row : {Row{0, "b c "}, Row{1, "a c "}, Row{2, "a b "}}) {
        CAPTURE(row.taken);
        Document document;
        std::vector<NodeId> ids;
        for (const char* key : {"a", "b", "c"}) {
            ids.push_back(document.add(named(key)));
            document.append(Document::root(), ids.back());
        }
        document.unlink(Document::root(), ids[row.taken]);
        CHECK(keys(document, Document::root()) == row.left);
        CHECK(document[ids[row.taken]].next == no_node);
        document.append(Document::root(), ids[row.taken]);  // it can be put back
        CHECK(document.find(Document::root(), document[ids[row.taken]].key) == ids[row.taken]);
    }
}

TEST_CASE("taking out what is not a child changes nothing") {
    Document document;
    const NodeId a = document.add(named("a"));
    const NodeId stranger = document.add(named("b"));
    document.append(Document::root(), a);
    document.unlink(Document::root(), stranger);
    CHECK(keys(document, Document::root()) == "a ");
}

TEST_CASE("a copy has its own nodes, all the way down") {
    Document document;
    const NodeId a = document.add(named("a"));
    document.append(Document::root(), a);
    const NodeId inner = document.add(named("inner"));
    document.append(a, inner);
    document.append(a, document.add(named("other")));
    document.append(inner, document.add(named("leaf")));
    document.append(Document::root(), document.add(named("z")));

    const NodeId copy = document.copy(a);
    CHECK(document.size() == 6 + 4);
    CHECK(document[copy].next == no_node);
    CHECK(keys(document, copy) == "inner other ");
    const NodeId copied_inner = document.find(copy, "inner");
    CHECK(copied_inner != inner);
    document[document.find(copied_inner, "leaf")].key = "changed";
    CHECK(keys(document, inner) == "leaf ");
    CHECK(keys(document, copied_inner) == "changed ");
}

TEST_CASE("a document takes a million nodes and no more") {
    Document document;
    while (document.size() < Document::limit)
        document.add({});
    Node one_more;
    one_more.span = {SourceId{1}, 7, 8};
    try {
        document.add(one_more);
        FAIL("the node beyond the limit was taken");
    } catch (const Error& error) {
        CHECK(std::string_view(error.diagnostic().id) == "document.too-many");
        CHECK(error.diagnostic().span == one_more.span);
    }
    CHECK(document.size() == Document::limit);
}
