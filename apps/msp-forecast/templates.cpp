// SPDX-License-Identifier: MIT
#include <msp-forecast/templates.hpp>

namespace msp {

extern const std::string_view template_sisa_fr;
extern const std::string_view template_sisa_en;
extern const std::string_view template_sisa_scm_fr;
extern const std::string_view template_sisa_scm_en;
extern const std::string_view template_sci_fr;
extern const std::string_view template_sci_en;
extern const std::string_view template_new_msp_fr;
extern const std::string_view template_new_msp_en;

}  // namespace msp

namespace msp::app {

std::string_view template_text(std::string_view name, Language keys) {
    const bool french = keys == Language::french;
    if (name == "sisa-scm")
        return french ? template_sisa_scm_fr : template_sisa_scm_en;
    if (name == "sci")
        return french ? template_sci_fr : template_sci_en;
    if (name == "new-msp")
        return french ? template_new_msp_fr : template_new_msp_en;
    return french ? template_sisa_fr : template_sisa_en;
}

}  // namespace msp::app
