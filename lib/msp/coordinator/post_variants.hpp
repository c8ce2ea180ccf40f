// SPDX-License-Identifier: MIT
// The same post in other forms of employment, or under other kinds of employer. Each is a case of its own, with another
// post or employer in its budget; what it costs and brings is computed as of any other case.
#pragma once

#include <msp/coordinator/post_return.hpp>

#include <cstddef>
#include <cstdint>
#include <deque>
#include <optional>
#include <span>
#include <vector>

namespace msp {

enum class PostVariant : std::uint8_t {
    typed,      // as the budget has it
    full_time,  // 35 hours
    half_time,  // 17.5
    shared,     // 35, part of which another house is invoiced for
    service,    // of a company
    sisa,       // the employer is one, with all its posts
    association,
    groupement,  // d'employeurs: it employs, and invoices the post at cost
};

// What is typed for them.
struct VariantTerms {
    std::optional<Money> hourly;   // gross, instead of the post's pay
    std::optional<Money> invoice;  // what a company asks a month, before VAT
    std::optional<Rate> vat;       // of what is invoiced to us, instead of the post's or 20 %
};

enum class CostPartKind : std::uint8_t { pay, apprenticeship, payroll_tax, invoiced, fee, vat };

// What the cost is made of. What another house is invoiced is negative.
struct CostPart {
    CostPartKind kind = CostPartKind::pay;
    std::vector<Money> exercises;
    Money total;
};

struct ComparedPost {
    PostVariant variant = PostVariant::typed;
    PostReturn made;
    std::vector<CostPart> parts;    // those that are not nothing
    std::vector<Money> paid;        // what leaves the bank on the days of each exercise, less what comes in
    Money paid_later;               // for these exercises, after the last of them
    std::optional<Quotient> hours;  // a week on the first day, as far as we have them; none of a company's service
    std::vector<Message> assumed;   // to make it, and what is not right with it
};

// One case, one post. It may be moved, not copied.
struct PostComparison {
    PostComparison() = default;
    PostComparison(PostComparison&&) = default;
    PostComparison& operator=(PostComparison&&) = default;

    std::deque<Case> cases;           // of those that are not typed, where they stay
    std::vector<ComparedPost> posts;  // the first as it is typed
};

// Nothing where the post is not there in these exercises. Reports what is missing for a variant: pay, the price of a
// service, an employer; and pay that is too low.
[[nodiscard]] std::optional<PostComparison> compared_post(const Case& of, std::size_t post,
                                                          std::span<const PostVariant> variants,
                                                          const VariantTerms& terms, const ReturnOptions& options,
                                                          Diagnostics& diagnostics);

}  // namespace msp
