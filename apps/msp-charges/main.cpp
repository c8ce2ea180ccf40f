// SPDX-License-Identifier: MIT
#include <msp-charges/charges.hpp>
#include <msp-charges/settings.hpp>

int main(int argc, char** argv) {
    return msp::app::run(msp::app::charges_program, msp::app::charges, argc, argv);
}
