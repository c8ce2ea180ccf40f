// SPDX-License-Identifier: MIT
#include <msp/diag/diagnostic.hpp>
#include <msp/diag/utf8.hpp>
#include <support/memory_file.hpp>
#include <support/xlsx.hpp>
#include <support/xlsx_chart.hpp>
#include <support/xlsx_check.hpp>
#include <support/xlsx_library.hpp>

#include <algorithm>
#include <cerrno>
#include <charconv>
#include <cstdint>
#include <cstdio>
#include <dlfcn.h>
#include <map>
#include <mutex>
#include <new>
#include <utility>
#include <vector>

namespace msp::app {
namespace {

constexpr double chart_width = 800;  // pixels

// The nearest binary number, which is all that a workbook can hold. Spreadsheet programs read and show it as the
// decimal that it was: fifteen digits are kept, and amounts have fourteen.
double binary(Money amount) {
    return static_cast<double>(amount.cents()) / 100;
}

double binary(std::string_view digits) {
    double number = 0;
    std::from_chars(digits.data(), digits.data() + digits.size(), number);
    return number;
}

// Days from 30 December 1899, 25,569 before 1970, as in the files of every spreadsheet program; right from March 1900.
double binary(Date day) {
    return day.days() + 25'569.0;
}

}  // namespace

namespace {

// One stream for all threads: the first that asks for quiet takes it away, the last gives it back.
struct Diverted {
    std::mutex mutex;
    int asked = 0;
    std::FILE* usual = nullptr;
};

Diverted& diverted() {
    static Diverted state;
    return state;
}

}  // namespace

QuietLibrary::QuietLibrary() {
    Diverted& state = diverted();
    const std::scoped_lock lock(state.mutex);
    if (state.asked++ != 0)
        return;
    if (std::FILE* nowhere = std::fopen("/dev/null", "we"))
        state.usual = std::exchange(stderr, nowhere);
}

QuietLibrary::~QuietLibrary() {
    Diverted& state = diverted();
    const std::scoped_lock lock(state.mutex);
    if (--state.asked != 0 || state.usual == nullptr)
        return;
    static_cast<void>(std::fclose(std::exchange(stderr, std::exchange(state.usual, nullptr))));
}

void XlsxLibrary::Close::operator()(void* library) const {
    ::dlclose(library);
}

XlsxLibrary::XlsxLibrary() : library_(::dlopen("libxlsxwriter.so.4", RTLD_NOW | RTLD_LOCAL)) {}

XlsxLibrary::Loaded XlsxLibrary::function(const char* name) const {
    void* found = library_ ? ::dlsym(library_.get(), name) : nullptr;
    if (found == nullptr)
        throw Error({Severity::error,
                     "workbook.library",
                     {tr("workbooks need libxlsxwriter, which is not installed"), {}},
                     {},
                     {},
                     Message{tr("install the package libxlsxwriter4, or ask for CSV"), {}}});
    return {found};
}

class Xlsx::State {
 public:
    State(Language language, std::optional<Date> created) : language_(language) {
        lxw_workbook_options options = {};
        options.constant_memory = LXW_TRUE;
        std::string path = file_.path();
        const QuietLibrary quiet;
        book_ = library_.workbook_new_opt(path.c_str(), &options);
        if (book_ == nullptr)
            no_room(errno);
        // Midnight of that day, or of the second day that there is: the library takes 0 for "now".
        constexpr std::int64_t seconds_a_day = 86'400;
        lxw_doc_properties properties = {};
        properties.created = std::max<std::int64_t>(created.value_or(Date()).days(), 1) * seconds_a_day;
        check(library_.workbook_set_properties(book_, &properties));
    }
    ~State() {
        const QuietLibrary quiet;
        if (book_ != nullptr)
            static_cast<void>(library_.workbook_close(book_));
    }
    State(const State&) = delete;
    State& operator=(const State&) = delete;

    std::size_t worksheet(const std::string& name) {
        const std::string& written = names_.emplace_back(allowed(name));
        const QuietLibrary quiet;
        lxw_worksheet* made = library_.workbook_add_worksheet(book_, written.c_str());
        if (made == nullptr)
            no_room(errno);
        worksheets_.push_back(made);
        cells_.push_back(0);
        return worksheets_.size() - 1;
    }

    void cell(std::size_t worksheet, const WorkbookCell& cell) {
        lxw_worksheet* on = worksheets_[worksheet];
        lxw_format* format = format_of(cell.look);
        const auto column = static_cast<lxw_col_t>(cell.column);
        const std::string_view* text = std::get_if<std::string_view>(&cell.value);
        if (text != nullptr && text->empty() && format == nullptr)  // the library writes none
            return;
        cells_[worksheet] += cell.columns;
        constexpr double line_height = 15;  // points
        if (cell.lines > 1)
            check(library_.worksheet_set_row(on, cell.row, cell.lines * line_height, nullptr));
        if (text != nullptr) {
            if (text->empty())
                return check(library_.worksheet_write_blank(on, cell.row, column, format));
            if (cell.columns > 1)
                return check(library_.worksheet_merge_range(on, cell.row, column, cell.row,
                                                            static_cast<lxw_col_t>(column + cell.columns - 1),
                                                            fitting(*text).c_str(), format));
            return check(library_.worksheet_write_string(on, cell.row, column, fitting(*text).c_str(), format));
        }
        const double number = number_of(cell.value);
        if (cell.formula.empty())
            return check(library_.worksheet_write_number(on, cell.row, column, number, format));
        check(library_.worksheet_write_formula_num(on, cell.row, column, std::string(cell.formula).c_str(), format,
                                                   number));
    }

    void chart(std::size_t worksheet, WorkbookChart chart) {
        chart.title = allowed(chart.title);
        for (WorkbookChart::Series& series : chart.series)
            series.name = allowed(series.name);
        lxw_chart* made = make_chart(library_, book_, names_[worksheet], chart, day_format());
        if (made == nullptr)
            no_room(errno);
        ++charts_;
        constexpr double row_height = 20;  // of the row that is 15 points high
        constexpr double usual_width = 480;
        constexpr double usual_height = 288;
        lxw_chart_options options = {};
        options.x_scale = chart_width / usual_width;
        options.y_scale = chart.rows * row_height / usual_height;
        check(library_.worksheet_insert_chart_opt(worksheets_[worksheet], chart.row,
                                                  static_cast<lxw_col_t>(chart.column), made, &options));
    }

    void look(std::size_t worksheet, const WorksheetLook& look) {
        lxw_worksheet* on = worksheets_[worksheet];
        constexpr double least_width = 4;
        for (std::size_t i = 0; i < look.columns.size(); ++i) {
            const auto column = static_cast<lxw_col_t>(i);
            lxw_row_col_options options = {};
            options.hidden = look.columns[i].hidden ? 1 : 0;
            const double width = std::max(least_width, static_cast<double>(look.columns[i].characters) + 1.5);
            check(library_.worksheet_set_column_opt(on, column, column, width, nullptr, &options));
        }
        if (look.frozen_rows != 0 || look.frozen_columns != 0)
            library_.worksheet_freeze_panes(on, look.frozen_rows, static_cast<lxw_col_t>(look.frozen_columns));
        if (look.frozen_rows != 0 && !look.printed)
            check(library_.worksheet_repeat_rows(on, 0, look.frozen_rows - 1));
        if (look.frozen_columns != 0 && !look.printed)
            check(library_.worksheet_repeat_columns(on, 0, static_cast<lxw_col_t>(look.frozen_columns - 1)));
        library_.worksheet_set_landscape(on);
        constexpr std::uint8_t a3 = 8;
        constexpr std::uint8_t a4 = 9;
        library_.worksheet_set_paper(on, look.large_paper ? a3 : a4);
        library_.worksheet_fit_to_pages(on, look.pages_across, look.pages_down);
        if (look.printed)
            check(library_.worksheet_print_area(
                on, look.printed->first_row, static_cast<lxw_col_t>(look.printed->first_column), look.printed->last_row,
                static_cast<lxw_col_t>(look.printed->last_column)));
        check(library_.worksheet_set_header(on, header_of(look.title).c_str()));
        check(library_.worksheet_set_footer(on, "&R&P / &N"));
    }

    std::string bytes() {
        close();
        std::string made = file_.content();
        if (!holds_workbook(made, cells_, charts_))
            no_room(errno);
        return made;
    }

 private:
    void close() {
        const QuietLibrary quiet;
        check(library_.workbook_close(std::exchange(book_, nullptr)));
    }

    static void check(lxw_error error) {
        if (error != LXW_NO_ERROR)
            no_room(errno);
    }

    static double number_of(const CellValue& value) {
        if (const Money* amount = std::get_if<Money>(&value))
            return binary(*amount);
        if (const Date* day = std::get_if<Date>(&value))
            return binary(*day);
        if (const CellDigits* digits = std::get_if<CellDigits>(&value))
            return binary(digits->text);
        return static_cast<double>(std::get<std::int64_t>(value));
    }

    // Whatever goes to the library as a text passes here: it writes what XML does not allow as it is, and the workbook
    // would not open.
    static std::string allowed(std::string_view text) { return visible(text); }

    // A cell takes so many characters; a longer text ends in an ellipsis.
    static std::string fitting(std::string_view wanted) {
        constexpr std::size_t most = 32'767;
        std::string text = allowed(wanted);
        if (text.size() <= most)
            return text;
        constexpr std::string_view ellipsis = "…";
        return text.substr(0, character_begin(text, most - ellipsis.size())).append(ellipsis);
    }

    // "&" begins a command there and is written twice; the whole has at most 255 bytes. The library looks for a
    // picture's place, "&G" or "&[Picture]", without minding the doubled sign, finds no picture for it and frees its
    // text twice. Bold that begins and ends at once stands between the two and prints nothing.
    static std::string header_of(std::string_view wanted) {
        constexpr std::size_t most = 250;
        const std::string title = allowed(wanted);
        std::string header = "&L";
        for (std::size_t at = 0; at < title.size();) {
            const std::size_t end = at + decode(title, at).length;
            std::string next = title.substr(at, end - at);
            if (next == "&")
                next += end < title.size() && (title[end] == 'G' || title[end] == '[') ? "&&B&B" : "&";
            if (header.size() + next.size() > most)
                break;
            header += next;
            at = end;
        }
        return header;
    }

    [[nodiscard]] const char* day_format() const { return language_ == Language::french ? "dd/mm/yyyy" : "yyyy-mm-dd"; }

    // Of three conditions two can be written. What is shown as no unit is a zero without a sign, an alert where it is
    // below nothing.
    [[nodiscard]] static std::string money_format(const CellLook& look) {
        const std::string red = look.alert ? "[Red]" : "";
        if (look.amounts == ShownIn::cents)
            return "#,##0.00;" + red + "-#,##0.00" + (look.sparse ? ";\"·\"" : "");
        const bool euros = look.amounts == ShownIn::euros;
        const std::string units = euros ? "#,##0" : "#,##0,";
        const std::string half = euros ? "0.5" : "500";
        const std::string below = red + "[<=-" + half + "]-" + units;
        if (look.sparse)
            return "[>=" + half + "]" + units + ";" + below + ";\"·\"";
        return "[>=0]" + units + ";" + below + ";" + red + "\"0\"";
    }

    [[nodiscard]] std::string number_format(const CellLook& look) const {
        switch (look.form) {
            case CellForm::money:
                return money_format(look);
            case CellForm::day:
                return day_format();
            case CellForm::whole:
                return "0";
            case CellForm::decimal:
                return look.places == 0 ? "#,##0" : "#,##0." + std::string(look.places, '0');
            case CellForm::percent:
                return (look.places == 0 ? "0" : "0." + std::string(look.places, '0')) + "%";
            case CellForm::text:
            case CellForm::heading:
            case CellForm::title:
                break;
        }
        return {};
    }

    // What of a look can be seen in a cell of its form.
    static CellLook seen(CellLook look) {
        if (look.form != CellForm::money)
            look.sparse = look.alert = false;
        if (look.form != CellForm::decimal && look.form != CellForm::percent)
            look.places = 0;
        return look;
    }

    // Null for a plain text: the library has that format already, and would compare another one that is equal to it
    // with all others, for each cell.
    lxw_format* format_of(const CellLook& asked) {
        const CellLook look = seen(asked);
        if (look == CellLook())
            return nullptr;
        if (const auto found = formats_.find(look); found != formats_.end())
            return found->second;
        lxw_format* made = library_.workbook_add_format(book_);
        if (made == nullptr)
            throw std::bad_alloc();
        constexpr lxw_color_t faint = 0x5A5F66;
        constexpr lxw_color_t alert = 0xA4161A;
        constexpr double title_size = 13;
        if (look.style == Style::strong)
            library_.format_set_bold(made);
        if (look.style == Style::faint)
            library_.format_set_font_color(made, faint);
        if (look.style == Style::alert)
            library_.format_set_font_color(made, alert);
        if (look.form == CellForm::title)
            library_.format_set_font_size(made, title_size);
        if (const std::string numbers = number_format(look); !numbers.empty())
            library_.format_set_num_format(made, numbers.c_str());
        if (look.form == CellForm::heading || look.wrapped)
            library_.format_set_text_wrap(made);
        if (look.form == CellForm::heading)
            library_.format_set_bottom(made, LXW_BORDER_THIN);
        if (look.wrapped)
            library_.format_set_align(made, LXW_ALIGN_VERTICAL_TOP);
        if (look.right)
            library_.format_set_align(made, LXW_ALIGN_RIGHT);
        else if (look.form == CellForm::day || look.form == CellForm::whole || look.form == CellForm::decimal)
            library_.format_set_align(made, LXW_ALIGN_LEFT);
        if (look.level != 0)
            library_.format_set_indent(made, look.level);
        if (look.ruled)
            library_.format_set_top(made, LXW_BORDER_THIN);
        formats_.emplace(look, made);
        return made;
    }

    Language language_;
    XlsxLibrary library_;
    MemoryFile file_;
    lxw_workbook* book_ = nullptr;
    std::vector<lxw_worksheet*> worksheets_;
    std::vector<std::string> names_;  // of these
    std::vector<std::size_t> cells_;  // written, by worksheet
    std::size_t charts_ = 0;
    std::map<CellLook, lxw_format*> formats_;
};

Xlsx::Xlsx(Language language, std::optional<Date> created) : state_(std::make_unique<State>(language, created)) {}
Xlsx::~Xlsx() = default;

std::size_t Xlsx::worksheet(const std::string& name) {
    return state_->worksheet(name);
}

void Xlsx::cell(std::size_t worksheet, const WorkbookCell& cell) {
    state_->cell(worksheet, cell);
}

void Xlsx::chart(std::size_t worksheet, const WorkbookChart& chart) {
    state_->chart(worksheet, chart);
}

void Xlsx::look(std::size_t worksheet, const WorksheetLook& look) {
    state_->look(worksheet, look);
}

std::string Xlsx::bytes() {
    return state_->bytes();
}

}  // namespace msp::app
