// SPDX-License-Identifier: MIT
#include <msp-coordinator/coordinator.hpp>
#include <msp-coordinator/settings.hpp>

int main(int argc, char** argv) {
    return msp::app::run(msp::app::coordinator_program, msp::app::coordinator, argc, argv);
}
