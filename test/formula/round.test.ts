import { roundHalf } from "../../src/formula/round";

it.each([
  [0.5, 0, 1], [-0.5, 0, -1], [1.5, 0, 2], [-2.5, 0, -3], [1.005, 2, 1.01], [-1.005, 2, -1.01], [0.1 + 0.2, 9, 0.3], [-4e-10, 9, 0], [-5e-10, 9, -1e-9], [57.4999999999999, 0, 57], [0, 3, 0], [-0, 0, 0], [1e15 + 0.5, 0, 1e15 + 0.5], [1e300, 9, 1e300],
])("rounds %p to %d digits as Excel does", (value, digits, rounded) => expect(Object.is(roundHalf(value, digits), rounded)).toBe(true));
