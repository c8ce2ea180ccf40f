// SPDX-License-Identifier: MIT
#include <msp-actuals/actuals.hpp>
#include <msp-actuals/settings.hpp>

int main(int argc, char** argv) {
    return msp::app::run(msp::app::actuals_program, msp::app::actuals, argc, argv);
}
