# SPDX-License-Identifier: Apache-2.0
"""OR-Tools CP-SAT on the matrix of an MPS file: solve_cpsat.py MODEL.mps SECONDS THREADS START.json|- OUT.json

The compact model as it is, in whole numbers: a Boolean for every allowed tour, "at most one" where a row
says so. It knows every rule, as the MIP solvers do.
"""
import collections.abc
import fractions
import math
import sys

import highspy
import ortools
from ortools.sat.python import cp_model

import protocol

COST_SCALE = 1000  # thousandths of a requirement-day


def main() -> None:
    path, seconds, threads, start, out = sys.argv[1:]
    clock = protocol.Clock(float(seconds))
    programme = read(path)
    model = cp_model.CpModel()
    names = list(programme.col_names_)
    rows = rows_of(programme)
    scales = scales_of(programme, rows)
    variables = [
        model.new_int_var(math.ceil(low * scale), math.floor(high * scale), name)
        for low, high, scale, name in zip(programme.col_lower_, programme.col_upper_, scales, names)]
    add_rows(model, programme, rows, variables, scales)
    costs = [round(cost * COST_SCALE / scale) for cost, scale in zip(programme.col_cost_, scales)]
    model.minimize(cp_model.LinearExpr.weighted_sum(variables, costs))
    if start != "-":
        values = protocol.read_start(start)
        for name, variable in zip(names, variables):
            if name.startswith(("tour.", "delivery.", "part.")):
                model.add_hint(variable, round(values.get(name, 0.0)))
    named = list(zip(names, variables))
    solve(model, clock, int(threads), out,
          lambda solver: {name: float(solver.value(variable)) for name, variable in named})


def read(path: str) -> highspy.HighsLp:
    highs = highspy.Highs()
    highs.setOptionValue("output_flag", False)
    highs.readModel(path)
    return highs.getLp()


def rows_of(programme: highspy.HighsLp) -> list[list[tuple[int, float]]]:
    """The matrix, which comes by columns, by rows."""
    rows: list[list[tuple[int, float]]] = [[] for _ in range(programme.num_row_)]
    matrix = programme.a_matrix_
    starts, indices, values = list(matrix.start_), list(matrix.index_), list(matrix.value_)
    for column in range(programme.num_col_):
        for k in range(starts[column], starts[column + 1]):
            rows[indices[k]].append((column, values[k]))
    return rows


def exact(value: float) -> fractions.Fraction:
    return fractions.Fraction(value).limit_denominator(1_000_000)


def scales_of(programme: highspy.HighsLp, rows: list[list[tuple[int, float]]]) -> list[int]:
    """In how many parts one of a column is counted: what is unmet moves in the steps of what fills it."""
    whole = [kind == highspy.HighsVarType.kInteger for kind in programme.integrality_]
    scales = [1] * programme.num_col_
    for entries, low in zip(rows, list(programme.row_lower_)):
        for column in (column for column, _ in entries if not whole[column]):
            numbers = [value for _, value in entries] + [low, programme.col_lower_[column]]
            scales[column] = math.lcm(*(exact(number).denominator for number in numbers if abs(number) < 1e29))
    return scales


def add_rows(model: cp_model.CpModel, programme: highspy.HighsLp, rows: list[list[tuple[int, float]]],
             variables: list, scales: list[int]) -> None:
    lows, highs, most = (list(programme.row_lower_), list(programme.row_upper_), list(programme.col_upper_))
    for entries, low, high in zip(rows, lows, highs):
        if high == 1 and low < -1e29 and all(value == 1 and most[column] == 1 for column, value in entries):
            model.add_at_most_one([variables[column] for column, _ in entries])
            continue
        numbers = [exact(value) / scales[column] for column, value in entries]
        limits = [exact(limit).denominator for limit in (low, high) if abs(limit) < 1e29]
        scale = math.lcm(*(number.denominator for number in numbers), *limits)
        chosen = [variables[column] for column, _ in entries]
        terms = cp_model.LinearExpr.weighted_sum(chosen, [int(number * scale) for number in numbers])
        if low > -1e29:
            model.add(terms >= math.ceil(low * scale - 1e-6))
        if high < 1e29:
            model.add(terms <= math.floor(high * scale + 1e-6))


def solve(model: cp_model.CpModel, clock: protocol.Clock, threads: int, out: str,
          columns_of: collections.abc.Callable[[cp_model.CpSolver], dict[str, float]]) -> None:
    """Runs the solver; the objective is in thousandths of a requirement-day."""
    solver = cp_model.CpSolver()
    solver.parameters.num_workers = threads
    solver.parameters.linearization_level = 2
    solver.parameters.max_time_in_seconds = clock.left()

    class Listener(cp_model.CpSolverSolutionCallback):
        def on_solution_callback(self) -> None:
            clock.note(self.objective_value / COST_SCALE,
                       self.best_objective_bound / COST_SCALE)

    solver.best_bound_callback = lambda bound: clock.note(math.inf, bound / COST_SCALE)
    status = solver.solve(model, Listener())
    clock.note(math.inf, solver.best_objective_bound / COST_SCALE)
    found = status in (cp_model.OPTIMAL, cp_model.FEASIBLE)
    values = columns_of(solver) if found else {}
    protocol.write_answer(out, clock, values.items(), ortools.__version__)


if __name__ == "__main__":
    main()
