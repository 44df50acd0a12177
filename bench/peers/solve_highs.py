# SPDX-License-Identifier: Apache-2.0
"""HiGHS on an MPS file: solve_highs.py MODEL.mps SECONDS THREADS START.json|- OUT.json"""
import sys

import highspy

import protocol


def main() -> None:
    model, seconds, threads, start, out = sys.argv[1:]
    clock = protocol.Clock(float(seconds))
    highs = highspy.Highs()
    highs.setOptionValue("output_flag", False)
    highs.setOptionValue("threads", int(threads))
    highs.setOptionValue("mip_rel_gap", 0.0)
    highs.readModel(model)
    names = list(highs.getLp().col_names_)
    if start != "-":
        give_start(highs, names, protocol.read_start(start))
    highs.setOptionValue("time_limit", clock.left())
    highs.cbMipImprovingSolution.subscribe(lambda event: note(clock, event))
    highs.cbMipLogging.subscribe(lambda event: note(clock, event))
    highs.solve()
    info = highs.getInfo()
    clock.note(info.objective_function_value, info.mip_dual_bound)
    values = highs.getSolution().col_value if info.primal_solution_status == 2 else []
    protocol.write_answer(out, clock, zip(names, values), highs.version())


def note(clock: protocol.Clock, event) -> None:
    clock.note(event.data_out.mip_primal_bound, event.data_out.mip_dual_bound)


def give_start(highs: highspy.Highs, names: list[str], start: dict[str, float]) -> None:
    """The columns of tours, deliveries and parts are given. The others are completed here, by a programme of
    their own: where HiGHS completes a start, that programme's bound reaches our callback as if it were proved
    of the whole (HiGHS 1.16)."""
    rest = highspy.Highs()
    rest.setOptionValue("output_flag", False)
    rest.passModel(highs.getModel())
    for column, name in enumerate(names):
        if name.startswith(("tour.", "delivery.", "part.")):
            rest.changeColBounds(column, start.get(name, 0.0), start.get(name, 0.0))
    rest.solve()
    if rest.getInfo().primal_solution_status != 2:
        raise SystemExit("the start breaks a row of the programme")
    values = rest.getSolution().col_value
    highs.setSolution(len(values), list(range(len(values))), values)


if __name__ == "__main__":
    main()
