// SPDX-License-Identifier: MIT
#include <msp-forecast/forecast.hpp>
#include <msp-forecast/settings.hpp>

int main(int argc, char** argv) {
    return msp::app::run(msp::app::forecast_program, msp::app::forecast, argc, argv);
}
