// SPDX-License-Identifier: MIT
#include <msp-aci/aci.hpp>
#include <msp-aci/settings.hpp>

int main(int argc, char** argv) {
    return msp::app::run(msp::app::aci_program, msp::app::aci, argc, argv);
}
