// SPDX-License-Identifier: MIT
#include <support/environment.hpp>
#include <support/option_words.hpp>
#include <support/options.hpp>

#include <doctest/doctest.h>

#include <algorithm>
#include <array>
#include <cstdlib>
#include <ctime>
#include <initializer_list>
#include <optional>
#include <stdexcept>
#include <string>
#include <vector>

using msp::Language;
using msp::app::Option;
using msp::app::Program;

namespace {

constexpr auto own_options = std::to_array<Option>({
    {.name = "by", .help = "One row for each", .group = "What is shown", .words = "day|month"},
    {.name = "limit", .help = "Alert below this amount", .group = "What is shown", .metavar = "AMOUNT"},
});
constexpr Program program{.name = "msp-toy", .about = "A toy.", .options = own_options};

// Arguments as main() has them.
struct Arguments {
    Arguments(std::initializer_list<const char*> list) : texts(list.begin(), list.end()) {}
    std::vector<std::string> texts;

    [[nodiscard]] std::vector<char*> pointers() {
        std::vector<char*> all;
        for (std::string& text : texts)
            all.push_back(text.data());
        return all;
    }
};

Language early(Arguments arguments) {
    std::vector<char*> pointers = arguments.pointers();
    return msp::app::early_language(pointers);
}

struct Parsed {
    explicit Parsed(Arguments arguments, const Program& of = program) {
        std::vector<char*> pointers = arguments.pointers();
        options = msp::app::parse(of, pointers, diagnostics);
    }
    msp::Diagnostics diagnostics;
    msp::app::Options options;

    [[nodiscard]] std::string text() const {
        std::string all;
        for (const msp::Diagnostic& diagnostic : diagnostics.sorted())
            all += msp::render(diagnostic, {}, Language::english);
        return all;
    }
};

class Variable {
 public:
    Variable(const char* name, const char* value) : name_(name) {
        if (const char* old = std::getenv(name))
            old_ = old;
        if (value == nullptr)
            unsetenv(name);
        else
            setenv(name, value, 1);
    }
    ~Variable() {
        if (old_)
            setenv(name_, old_->c_str(), 1);
        else
            unsetenv(name_);
    }
    Variable(const Variable&) = delete;
    Variable& operator=(const Variable&) = delete;

 private:
    const char* name_;
    std::optional<std::string> old_;
};

std::size_t longest_line(const std::string& text) {
    std::size_t longest = 0;
    for (std::size_t begin = 0; begin < text.size();) {
        const std::size_t end = text.find('\n', begin);
        longest = std::max(longest, msp::display_width(std::string_view(text).substr(begin, end - begin)));
        begin = end + 1;
    }
    return longest;
}

}  // namespace

TEST_CASE("an option's value stands beside it or behind an equals sign") {
    for (const Parsed& parsed : {Parsed({"--output", "x.csv", "--format=csv", "b.toml"}),
                                 Parsed({"b.toml", "--output=x.csv", "--format", "csv"})}) {
        CHECK(parsed.text().empty());
        CHECK(parsed.options.value("output") == "x.csv");
        CHECK(parsed.options.format() == msp::app::Format::csv);
        CHECK(parsed.options.positional() == std::vector<std::string>{"b.toml"});
    }
}

TEST_CASE("a value may hold an equals sign, begin with a minus and be in brackets") {
    const Parsed parsed({"--explain=a=b", "--limit", "-500", "--output", "[x]", "[b].toml", "-"});
    CHECK(parsed.text().empty());
    CHECK(parsed.options.value("explain") == "a=b");
    CHECK(parsed.options.value("limit") == "-500");
    CHECK(parsed.options.value("output") == "[x]");
    CHECK(parsed.options.positional() == std::vector<std::string>{"[b].toml", "-"});
}

TEST_CASE("two dashes end the options") {
    const Parsed parsed({"--check", "--", "--check", "--nonsense", "--"});
    CHECK(parsed.text().empty());
    CHECK(parsed.options.flag("check"));
    CHECK_FALSE(parsed.options.flag("quiet"));
    CHECK(parsed.options.positional() == std::vector<std::string>{"--check", "--nonsense", "--"});
}

TEST_CASE("a repeatable option keeps its values in order") {
    const Parsed parsed({"--scenario", "late", "b.toml", "--scenario=early", "--scenario", "late"});
    CHECK(parsed.text().empty());
    CHECK(parsed.options.values("scenario") == std::vector<std::string>{"late", "early", "late"});
}

TEST_CASE("each mistake is named with what would be right") {
    const Variable locale("LC_ALL", "en_GB.UTF-8");  // the words that are listed are the reader's
    struct Row {
        Arguments arguments;
        const char* text;
    };
    const std::vector<Row> rows = {
        {{"--fromat", "csv", "b"}, "error: there is no option --fromat\nhelp: did you mean --format?\n"},
        {{"--fromat=csv", "b"}, "error: there is no option --fromat\nhelp: did you mean --format?\n"},
        {{"--zzzzzzzzz", "b"}, "error: there is no option --zzzzzzzzz\nhelp: msp-toy --help lists the options\n"},
        {{"-x", "b"}, "error: there is no option -x\nhelp: msp-toy --help lists the options\n"},
        {{"---check", "b"}, "error: there is no option ---check\nhelp: did you mean --check?\n"},
        {{"--format", "cvs", "b"},
         "error: \"cvs\" is not a value of --format; it takes one of: text, csv, json, html, xlsx\nhelp: did you mean "
         "csv?\n"},
        {{"--by", "fortnight", "b"}, "error: \"fortnight\" is not a value of --by; it takes one of: day, month\n"},
        {{"--format", "CSV|json", "b"},
         "error: \"CSV|json\" is not a value of --format; it takes one of: text, csv, json, html, xlsx\n"},
        {{"b", "--format"}, "error: --format needs a value: text, csv, json, html, xlsx\n"},
        {{"--output=", "b"}, "error: --output needs a value: FILE\n"},
        {{"--output", "", "b"}, "error: --output needs a value: FILE\n"},
        {{"--output", "--check", "b"}, "error: --output needs a value: FILE\n"},
        {{"--output", "--format=csv", "b"}, "error: --output needs a value: FILE\n"},
        {{"--output", "--", "b"}, "error: --output needs a value: FILE\n"},
        {{"--check=yes", "b"}, "error: --check takes no value, but \"yes\" is given\n"},
        {{"--check=true", "b"}, "error: --check takes no value, but \"true\" is given\n"},
        {{"--lang", "fr", "--lang", "en", "b"}, "error: --lang is given 2 times; it can be given once\n"},
        {{"--as-of", "31.12.2026", "b"},
         "error: \"31.12.2026\" is not a day for --as-of; it takes a date such as 2026-01-31 or 31/01/2026, or the "
         "word today\n"},
        {{"--as-of", "2026-02-30", "b"},
         "error: \"2026-02-30\" is not a day for --as-of; it takes a date such as 2026-01-31 or 31/01/2026, or the "
         "word today\n"},
        {{"--check"},
         "error: msp-toy needs a BUDGET to read\nhelp: msp-toy --help lists the options; - reads standard input\n"},
    };
    for (const Row& row : rows) {
        CAPTURE(row.text);
        CHECK(Parsed(row.arguments).text() == row.text);
    }
}

TEST_CASE("all mistakes are reported in one run") {
    const Parsed parsed({"--fromat", "--lang=de", "--as-of", "soon", "b.toml", "--output"});
    CHECK(parsed.diagnostics.errors() == 4);
    CHECK(parsed.text().find("--fromat") != std::string::npos);
    CHECK(parsed.text().find("\"de\"") != std::string::npos);
    CHECK(parsed.text().find("\"soon\"") != std::string::npos);
    CHECK(parsed.text().find("--output needs") != std::string::npos);
}

TEST_CASE("a flag may be given twice") {
    const Parsed parsed({"--check", "--check", "b"});
    CHECK(parsed.text().empty());
    CHECK(parsed.options.flag("check"));
}

TEST_CASE("a program says how many operands it takes") {
    Program one = program;
    one.most_operands = 1;
    CHECK(Parsed({"a", "b", "c"}, one).text() == "error: \"b\" is one too many: msp-toy takes 1 BUDGET\n");
    Program none = program;
    none.least_operands = 0;
    CHECK(Parsed({}, none).text().empty());
}

TEST_CASE("an option may stand without any operand") {
    constexpr auto with_alone = std::to_array<Option>(
        {{.name = "show", .help = "Show", .group = "Shown", .alone = {"option.show", "--show reads no {operand}"}}});
    Program program_alone = program;
    program_alone.options = with_alone;
    CHECK(Parsed({"--show"}, program_alone).text().empty());
    CHECK(Parsed({}, program_alone).text().starts_with("error: msp-toy needs a BUDGET to read\n"));
    CHECK(Parsed({"--show", "a"}, program_alone).text() == "error: --show reads no BUDGET\n");
}

TEST_CASE("an option may mean nothing without another, and of questions one is asked") {
    constexpr auto options = std::to_array<Option>({{.name = "keys", .help = "Keys", .group = "Shown"},
                                                    {.name = "init", .help = "Init", .group = "Shown"},
                                                    {.name = "next", .help = "Next", .group = "Shown"}});
    constexpr auto companions = std::to_array<msp::app::Companion>({{"option.keys", "keys", {"init", "next"}}});
    constexpr std::array<const char*, 2> questions = {"init", "next"};
    Program related = program;
    related.options = options;
    related.companions = companions;
    related.questions = questions;
    CHECK(Parsed({"a", "--keys"}, related).text() == "error: --keys goes with --init or --next\n");
    CHECK(Parsed({"a", "--keys", "--next"}, related).text().empty());
    CHECK(Parsed({"a", "--next", "--init"}, related).text() ==
          "error: --init and --next are two questions; ask one at a time\n");
}

TEST_CASE("the words of an option go in both languages, and are known in English") {
    CHECK(Parsed({"a", "--format", "texte"}).options.value("format") == "text");
    CHECK(Parsed({"a", "--format=TEXT"}).options.value("format") == "text");
    CHECK(Parsed({"a", "--headers", "libellé"}).options.value("headers") == "label");
    CHECK(Parsed({"--lang", "fr", "a", "--headers", "titre"}).text() ==
          "error: \"titre\" is not a value of --headers; it takes one of: id, libelle\n");
}

TEST_CASE("an option may have a French name") {
    constexpr auto named =
        std::to_array<Option>({{.name = "by", .help = "By", .group = "Shown", .words = "day|month", .french = "par"}});
    Program french = program;
    french.options = named;
    CHECK(Parsed({"a", "--par", "month"}, french).options.value("by") == "month");
    CHECK(Parsed({"a", "--par=day"}, french).options.value("by") == "day");
    // In messages it has the name that the reader's help has, whichever was typed.
    CHECK(Parsed({"--lang", "en", "a", "--par"}, french).text() == "error: --by needs a value: day, month\n");
    CHECK(Parsed({"--lang", "fr", "a", "--by"}, french).text() == "error: --par needs a value: day, month\n");
    CHECK(Parsed({"--lang", "en", "a", "--by", "day", "--par", "day"}, french).text() ==
          "error: --by is given 2 times; it can be given once\n");
    CHECK(msp::app::help_text(french, Language::french).find("--by, --par day|month") != std::string::npos);
    CHECK(msp::app::help_text(french, Language::english).find("--par") == std::string::npos);
}

TEST_CASE("options and their words are said as the reader types them") {
    constexpr auto table = std::to_array<Option>(
        {{.name = "format", .help = "Format", .group = "Shown", .words = msp::tr("text|csv|json|html|xlsx")},
         {.name = "by", .help = "By", .group = "Shown", .metavar = "N", .french = "par"},
         {.name = "as-of", .help = "Day", .group = "Shown", .metavar = msp::tr("DATE|today")}});
    Program said = program;
    said.options = table;
    const std::vector<const Option*> options = msp::app::all_options(said);
    CHECK(msp::app::spoken(options, "format text", Language::french) == "format texte");
    CHECK(msp::app::spoken(options, "format text", Language::english) == "format text");
    CHECK(msp::app::spoken(options, "by", Language::french) == "par");
    CHECK(msp::app::spoken(options, "comparison", Language::french) == "comparison");
    // A word behind an option is one of its words; others, such as a file's name, stay.
    const std::string_view command = "msp-toy --by 3 --format text --as-of today --output text by --as-of";
    CHECK(msp::app::spoken_command(options, command, Language::english) == command);
    CHECK(msp::app::spoken_command(options, command, Language::french) ==
          "msp-toy --par 3 --format texte --as-of aujourdhui --output text by --as-of");
    CHECK(Parsed({"a", "--format", "text"}, said).options.spoken("format text") == "format texte");
}

TEST_CASE("an option of words may stand alone for one of them, and takes no file for its value") {
    constexpr auto bare = std::to_array<Option>({{.name = "pack",
                                                  .help = "All of it",
                                                  .group = "Shown",
                                                  .words = "whole|half",
                                                  .french = "liasse",
                                                  .bare = "whole"}});
    Program packed = program;
    packed.options = bare;
    packed.usual_format = [](const msp::app::Options& given) -> const char* {
        return given.value("pack") ? "json" : nullptr;
    };
    const Parsed alone({"--pack", "a.toml"}, packed);
    CHECK(alone.options.value("pack") == "whole");
    CHECK(alone.options.positional() == std::vector<std::string>{"a.toml"});
    CHECK(alone.options.format() == msp::app::Format::json);
    const Parsed with({"--liasse", "half", "a", "--format", "csv"}, packed);
    CHECK(with.options.value("pack") == "half");
    CHECK(with.options.positional() == std::vector<std::string>{"a"});
    CHECK(with.options.format() == msp::app::Format::csv);
    CHECK(Parsed({"a", "--pack"}, packed).options.value("pack") == "whole");
    CHECK(Parsed({"a", "--pack", "--lang", "fr"}, packed).options.value("pack") == "whole");
    CHECK(Parsed({"a", "--pack=half"}, packed).options.value("pack") == "half");
    CHECK(Parsed({"--lang", "en", "a", "--pack=hals"}, packed).text() ==
          "error: \"hals\" is not a value of --pack; it takes one of: whole, half\nhelp: did you mean half?\n");
    const Parsed mistyped({"--lang", "en", "--pack", "hals", "a"}, packed);
    CHECK(mistyped.text() ==
          "error: \"hals\" is neither a value of --pack nor a file; --pack takes one of: whole, half\n"
          "help: did you mean half?\n");
    CHECK(mistyped.options.positional() == std::vector<std::string>{"a"});
    CHECK(Parsed({"--lang", "en", "--pack", "hals"}, packed).text() == mistyped.text());
    CHECK(Parsed({"--pack", "-", "a"}, packed).options.positional() == std::vector<std::string>{"-", "a"});
    CHECK(Parsed({"--lang", "en", "a", "--pack="}, packed).text() == "error: --pack needs a value: whole, half\n");
    CHECK(Parsed({"a"}, packed).options.format() == msp::app::Format::text);
    CHECK(msp::app::help_text(packed, Language::english).find("--pack [whole|half]") != std::string::npos);
}

TEST_CASE("help and version are given whatever else is wrong") {
    CHECK(Parsed({"--help"}).text().empty());
    CHECK(Parsed({"--nonsense", "--version"}).text().empty());
}

TEST_CASE("an option that no table has is a fault of ours") {
    CHECK_THROWS_AS((void)Parsed({"b"}).options.flag("nonsense"), std::logic_error);
}

TEST_CASE("words head the columns in excel-fr unless identifiers are asked for") {
    using msp::app::Headers;
    CHECK(Parsed({"b"}).options.headers() == Headers::ids);
    CHECK(Parsed({"--csv-dialect", "excel-fr", "b"}).options.headers() == Headers::labels);
    CHECK(Parsed({"--csv-dialect", "excel-fr", "--headers", "id", "b"}).options.headers() == Headers::ids);
    CHECK(Parsed({"--headers", "label", "b"}).options.headers() == Headers::labels);
}

TEST_CASE("the day asked for is the one typed") {
    CHECK_FALSE(Parsed({"b"}).options.as_of());
    CHECK(Parsed({"--as-of", "2026-02-28", "b"}).options.as_of() == msp::Date::make(2026, 2, 28));
    CHECK(Parsed({"--as-of", "28/2/2026", "b"}).options.as_of() == msp::Date::make(2026, 2, 28));
}

TEST_CASE("today is the date of the place, not of Greenwich") {
    const Variable west("TZ", "WEST12");
    tzset();
    const msp::Date before = msp::app::today();
    {
        const Variable east("TZ", "EAST-12");
        tzset();
        // A whole day lies between the two, or two if a midnight falls in between.
        CHECK(msp::app::today() - before >= 1);
        CHECK(msp::app::today() - before <= 2);
    }
    tzset();
}

TEST_CASE("the language is found before anything is parsed") {
    const Variable all("LC_ALL", "en_GB.UTF-8");
    CHECK(early({"b", "--lang", "fr"}) == Language::french);
    CHECK(early({"--lang=fr", "b"}) == Language::french);
    CHECK(early({"--", "--lang=fr"}) == Language::english);
    CHECK(early({"--lang=de"}) == Language::english);
    CHECK(early({"--language=fr", "--lang"}) == Language::english);
}

TEST_CASE("the first locale variable that is not empty decides, and French where it is neither") {
    struct Row {
        const char* all;
        const char* messages;
        const char* lang;
        std::optional<Language> language;
    };
    const std::vector<Row> rows = {
        {nullptr, nullptr, nullptr, std::nullopt},
        {nullptr, nullptr, "en_US.UTF-8", Language::english},
        {"", "", "fr_FR", Language::french},
        {"en", "fr_FR", "fr_FR", Language::english},
        {nullptr, "fr@euro", "en_GB", Language::french},
        {"C", nullptr, "en_GB", std::nullopt},
        {"C.UTF-8", nullptr, nullptr, std::nullopt},
        {"frp_FR", nullptr, nullptr, std::nullopt},  // a language of its own
        {"de_DE", nullptr, nullptr, std::nullopt},
    };
    for (const Row& row : rows) {
        const Variable all("LC_ALL", row.all);
        const Variable messages("LC_MESSAGES", row.messages);
        const Variable lang("LANG", row.lang);
        CHECK(msp::app::language_of_locale() == row.language);
        CHECK(msp::app::early_language({}) == row.language.value_or(Language::french));
    }
}

TEST_CASE("help shows every option, aligned, within 80 columns, in both languages") {
    for (const Language language : {Language::english, Language::french}) {
        const std::string text = msp::app::help_text(program, language);
        for (const Option* option : msp::app::all_options(program)) {
            CAPTURE(option->name);
            CHECK(text.find("\n  --" + std::string(option->name)) != std::string::npos);
        }
        CHECK(longest_line(text) <= 80);
    }
    const std::string english = msp::app::help_text(program, Language::english);
    CHECK(english.starts_with("Usage: msp-toy [options] [BUDGET…]\n\nA toy.\n\nWhat is shown\n"));
    CHECK(english.find("  --by day|month              One row for each\n"
                       "  --limit AMOUNT              Alert below this amount\n") != std::string::npos);
    CHECK(english.find("\nExit status\n  0  done") != std::string::npos);
}

TEST_CASE("an option of a program stands in the place of the common one of its name") {
    static constexpr auto mine = std::to_array<Option>(
        {{.name = "explain", .help = "Mine", .group = msp::app::writing_group, .metavar = "DAY"}});
    const Program special{.name = "msp-toy", .about = "A toy.", .options = mine};
    const std::string text = msp::app::help_text(special, Language::english);
    CHECK(text.find("--explain DAY") != std::string::npos);
    CHECK(text.find("--explain WHAT") == std::string::npos);
}
