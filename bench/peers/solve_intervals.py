# SPDX-License-Identifier: Apache-2.0
"""OR-Tools CP-SAT as a scheduling model: solve_intervals.py DATA COLUMNS.csv SECONDS THREADS START.json|- OUT.json

Optional intervals for each piece and line, as long as a tour may be; with the rest they owe they do not
overlap; what is there in a bucket follows from where they begin and end. For plain situations. Its bound
is one of plans with few tours without rest on a line (MOST_WITHOUT_REST), so it is not told.
"""
import collections
import math
import pathlib
import sys

from ortools.sat.python import cp_model

import protocol
import situation as situations
import solve_cpsat


class Slot:
    """One tour that a piece may make on a line."""

    def __init__(self, model: cp_model.CpModel, name: str, situation: situations.Situation, tours: situations.Tours):
        begins = sorted({begin for begin, _ in tours.rows})
        ends = sorted({end for _, end in tours.rows})
        lengths = sorted({end - begin for begin, end in tours.rows})
        self.tours = tours
        self.present = model.new_bool_var(f"{name} present")
        self.begin = model.new_int_var_from_domain(cp_model.Domain.from_values(begins), f"{name} begin")
        self.end = model.new_int_var_from_domain(cp_model.Domain.from_values(ends), f"{name} end")
        self.length = model.new_int_var_from_domain(cp_model.Domain.from_values(lengths), f"{name} length")
        model.add(self.length == self.end - self.begin)
        if not is_a_product(tours, begins, ends, set(lengths)):
            model.add_allowed_assignments([self.begin, self.end], sorted(tours.rows))
        self.busy = self.interval(model, name, situation)
        # Where it begins no later than a day, and where it ends no earlier.
        self.begun = {day: reify(model, self.begin, "<=", day) for day in begins}
        self.lasts = {day: reify(model, self.end, ">=", day) for day in ends}

    def interval(self, model: cp_model.CpModel, name: str, situation: situations.Situation) -> cp_model.IntervalVar:
        """The tour with the rest after it."""
        most = max(end - begin for begin, end in self.tours.rows)
        most_rest = situation.rest_days(self.tours, most)
        rest = model.new_int_var(0, most_rest, f"{name} rest")
        if self.tours.owes_rest:
            ratio, least = situation.rest[self.tours.unit]
            model.add(rest * ratio.denominator >= self.length * ratio.numerator)
            model.add(rest >= least)
        else:
            model.add(rest == 0)
        free = model.new_int_var(situation.days[0], situation.days[-1] + most_rest, f"{name} free")
        size = model.new_int_var(1, most + most_rest, f"{name} size")
        model.add(size == self.length + rest)
        return model.new_optional_interval_var(self.begin, size, free, self.present, name)

    def there(self, model: cp_model.CpModel, day: int, until: int) -> cp_model.IntVar | None:
        """A literal: the tour is there and counts on all of [day, until); none: it never can."""
        begins = [begin for begin in self.begun if self.tours.counts_from[begin] <= day]
        ends = [end for end in self.lasts if until <= end]
        if not begins or not ends:
            return None
        parts = [self.present, self.begun[max(begins)], self.lasts[min(ends)]]
        literal = model.new_bool_var("")
        model.add_bool_and(parts).only_enforce_if(literal)
        return literal


def is_a_product(tours: situations.Tours, begins: list[int], ends: list[int], lengths: set[int]) -> bool:
    return all(end - begin not in lengths or (begin, end) in tours.rows for begin in begins for end in ends)


def reify(model: cp_model.CpModel, variable: cp_model.IntVar, sense: str, value: int) -> cp_model.IntVar:
    literal = model.new_bool_var("")
    inside, outside = (variable <= value, variable > value) if sense == "<=" else (variable >= value, variable < value)
    model.add(inside).only_enforce_if(literal)
    model.add(outside).only_enforce_if(~literal)
    return literal


# Tours that owe no rest may follow each other day by day; more of them on one line are left out.
MOST_WITHOUT_REST = 3


def most_tours(situation: situations.Situation, tours: situations.Tours) -> int:
    """How many of these a piece can make one after the other."""
    shortest = min(end - begin for begin, end in tours.rows)
    each = shortest + situation.rest_days(tours, shortest)
    first = min(begin for begin, _ in tours.rows)
    last = max(end for _, end in tours.rows)
    most = max(1, (last - first + each - shortest) // each)
    return most if tours.owes_rest else min(most, MOST_WITHOUT_REST)


def add_slots(model: cp_model.CpModel, situation: situations.Situation) -> dict[tuple[str, int], list[Slot]]:
    """The slots of each piece; those of one line are used from the first on, in the order of time."""
    slots = {}
    for unit, groups in situations.by_unit(situation).items():
        for piece in range(situation.pieces[unit]):
            mine = slots[unit, piece] = []
            for tours in groups:
                row = [Slot(model, f"{tours.offer} {tours.line} {piece}.{k}", situation, tours)
                       for k in range(most_tours(situation, tours))]
                for one, next_one in zip(row, row[1:]):
                    model.add_implication(next_one.present, one.present)
                    model.add(one.end <= next_one.begin).only_enforce_if(next_one.present)
                mine.extend(row)
            model.add_no_overlap([slot.busy for slot in mine])
    return slots


def add_cover(model: cp_model.CpModel, situation: situations.Situation, slots: list[Slot]) -> cp_model.LinearExpr:
    """What is unmet, weighted, in thousandths of requirement-days."""
    by_line = collections.defaultdict(list)
    for slot in slots:
        by_line[slot.tours.line].append(slot)
    terms = []
    for line in situation.lines.values():
        days = [day for day in situation.days if line.first <= day <= line.last]
        step = math.gcd(line.quantity, *(slot.tours.amount for slot in by_line[line.key]))
        for day, until in zip(days, days[1:]):
            unmet = model.new_int_var(0, line.quantity // step, "")  # in steps
            there = [(slot.there(model, day, until), slot.tours.amount) for slot in by_line[line.key]]
            filled = sum(amount // step * literal for literal, amount in there if literal is not None)
            model.add(unmet + filled >= line.quantity // step)
            terms.append(line.weight * (until - day) * step * unmet)
    return sum(terms)


def give_start(model: cp_model.CpModel, slots: dict[tuple[str, int], list[Slot]], start: dict[str, float]) -> None:
    """The tours as decided, and for all the rest what a first solve with them fixed makes of it."""
    tried = model.clone()
    for slot, chosen in chosen_tours(slots, start):
        fixed = {slot.present: chosen is not None}
        if chosen:
            fixed |= {slot.begin: chosen[0], slot.end: chosen[1]}
        for variable, value in fixed.items():
            tried.add(tried.get_int_var_from_proto_index(variable.index) == value)
    solver = cp_model.CpSolver()
    solver.parameters.num_workers = 1
    if solver.solve(tried) in (cp_model.OPTIMAL, cp_model.FEASIBLE):
        for index, value in enumerate(solver.response_proto.solution):
            model.add_hint(model.get_int_var_from_proto_index(index), value)


def chosen_tours(slots: dict[tuple[str, int], list[Slot]], start: dict[str, float]) -> list[tuple[Slot, tuple | None]]:
    found = []
    left = collections.Counter({column: round(value) for column, value in start.items()})
    for mine in slots.values():
        free_from = 0
        chosen: dict[int, tuple[int, int]] = {}
        wanted = sorted((begin, end, k) for k, slot in enumerate(mine) for begin, end in slot.tours.rows
                        if left[slot.tours.rows[begin, end]] > 0)
        for begin, end, k in wanted:
            slot = mine[k]
            column = slot.tours.rows[begin, end]
            if k in chosen or left[column] == 0 or begin < free_from:
                continue
            left[column] -= 1
            chosen[k] = (begin, end)
            free_from = slot.tours.rested[begin, end]
        found += [(slot, chosen.get(k)) for k, slot in enumerate(mine)]
    return found


class Columns:
    """Reads the values of slots as values of columns."""

    def __init__(self, slots: list[Slot]):
        self.slots = slots

    def of(self, solver: cp_model.CpSolver) -> dict[str, float]:
        values = collections.Counter()
        for slot in self.slots:
            if solver.boolean_value(slot.present):
                values[slot.tours.rows[solver.value(slot.begin), solver.value(slot.end)]] += 1
        return dict(values)


def main() -> None:
    data, columns, seconds, threads, start, out = sys.argv[1:]
    clock = protocol.Clock(float(seconds), tells_bound=False)
    situation = situations.read(pathlib.Path(data), pathlib.Path(columns))
    model = cp_model.CpModel()
    slots = add_slots(model, situation)
    every = [slot for mine in slots.values() for slot in mine]
    model.minimize(add_cover(model, situation, every))
    if start != "-":
        give_start(model, slots, protocol.read_start(start))
    solve_cpsat.solve(model, clock, int(threads), out, Columns(every).of)


if __name__ == "__main__":
    main()
