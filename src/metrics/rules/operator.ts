// Which comparison does a word or a sign of a rule ask for?

export const operators = ["=", "<>", ">", ">=", "<", "<=", "in", "not in", "contains", "not contains", "starts with", "ends with", "between", "is blank", "is not blank"] as const;
export type Operator = (typeof operators)[number];

/** Operators that need a number or a date on both sides. */
export const ordering: ReadonlySet<Operator> = new Set<Operator>([">", ">=", "<", "<=", "between"]);

/** Operators whose value is a list. */
export const listed: ReadonlySet<Operator> = new Set<Operator>(["in", "not in", "between"]);

/** Operators that take no value. */
export const unary: ReadonlySet<Operator> = new Set<Operator>(["is blank", "is not blank"]);

/** The operator a cell names, in signs, English or Chinese; null when it names none. */
export function operatorOf(word: string): Operator | null {
  return known.get(keyOf(word)) ?? null;
}

const spellings: Readonly<Record<Operator, string>> = {
  "=": "==|equals|equal to|is|is equal to|等于|等於|是|为",
  "<>": "!=|≠|not equal|not equal to|does not equal|is not|不等于|不是|不为",
  ">": "greater than|more than|above|over|after|大于|高于|超过|多于|晚于",
  ">=": "≥|=>|at least|greater than or equal to|大于等于|大于或等于|不小于|不少于|不低于|至少",
  "<": "less than|below|under|before|小于|低于|少于|早于",
  "<=": "≤|=<|at most|less than or equal to|小于等于|小于或等于|不大于|不超过|不高于|至多",
  in: "one of|is one of|any of|is any of|属于|在|任一",
  "not in": "none of|is none of|not one of|不属于|不在",
  contains: "contain|includes|包含|含有|含",
  "not contains": "does not contain|not contain|excludes|不包含|不含",
  "starts with": "begins with|start with|开头是|开头为",
  "ends with": "end with|结尾是|结尾为",
  between: "is between|介于|之间",
  "is blank": "blank|empty|is empty|is unknown|为空|空|空白",
  "is not blank": "not blank|not empty|is not empty|is known|filled|不为空|非空|已填|已填写",
};

const known = new Map(operators.flatMap((operator) => [operator, ...spellings[operator].split("|")].map((word): [string, Operator] => [keyOf(word), operator])));

function keyOf(word: string): string {
  return word.normalize("NFKC").toLowerCase().replace(/[\s_-]/g, "");
}
