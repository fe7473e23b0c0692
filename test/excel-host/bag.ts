// Formats, axes, page layout and the like: properties that are only kept. Which there are, the model says.

import { excelModel, type Member } from "./model";
import { invalid, Wire } from "./wire";

/** Called before a property changes; throws where that is refused. */
type Guard = () => void;

type BagClass = new (type: string, guard: Guard, values?: Record<string, unknown>) => Bag;

/** Classes of children that do more than keep properties. */
const special = new Map<string, BagClass>();

/** What properties are before anyone sets them. */
const firstValues = new Map<string, Readonly<Record<string, unknown>>>();

/** Says what is special about a class of bags. */
export function describeBag(type: string, values: Readonly<Record<string, unknown>>, by?: BagClass): void {
  firstValues.set(type, values);
  if (by) special.set(type, by);
}

/** Properties of a class of the model, and its children as bags. */
export class Bag extends Wire {
  readonly values: Map<string, unknown>;
  private readonly children = new Map<string, Wire>();
  private readonly model: ReadonlyMap<string, Member>;

  constructor(readonly type: string, readonly guard: Guard, values: Record<string, unknown> = {}) {
    super();
    this.model = excelModel().get(type) ?? invalid(`The model has no class ${type}.`);
    this.values = new Map(Object.entries({ ...firstValues.get(type), ...values }));
  }

  override has(member: string): boolean {
    return super.has(member) || this.model.get(member)?.kind !== undefined && this.model.get(member)!.kind !== "method";
  }

  override read(member: string): unknown {
    if (member in this) return super.read(member);
    return this.model.get(member)?.kind === "child" ? this.child(member) : (this.values.get(member) ?? null);
  }

  override write(member: string, value: unknown): void {
    this.guard();
    if (member in this) super.write(member, value);
    else this.values.set(member, value);
  }

  override identity(): Readonly<Record<string, unknown>> {
    const id = "Id" in this ? this.Id : this.values.get("Id");
    return id === undefined || id === null ? {} : { Id: id };
  }

  /** A child, made when first asked for. */
  child(member: string): Wire {
    const there = this.children.get(member) ?? makeBag(this.model.get(member)!.gives!, this.guard);
    this.children.set(member, there);
    return there;
  }

  /** Puts an object of its own in the place of a child. */
  setChild(member: string, child: Wire): void {
    this.children.set(member, child);
  }

  /** Everything that was set, with the children's, for printing. */
  settings(): Record<string, unknown> {
    const first = firstValues.get(this.type) ?? {};
    const own = [...this.values].filter(([name, value]) => value !== null && value !== undefined && value !== first[name] && !["Id", "Name"].includes(name));
    const below = [...this.children].flatMap(([name, child]): [string, unknown][] => {
      const settings = child instanceof Bag ? child.settings() : {};
      return Object.keys(settings).length > 0 ? [[name, settings]] : [];
    });
    return Object.fromEntries([...own, ...below].map(([name, value]) => [name.charAt(0).toLowerCase() + name.slice(1), value]));
  }
}

export function makeBag(type: string, guard: Guard, values?: Record<string, unknown>): Bag {
  const Made = special.get(type) ?? Bag;
  return new Made(type, guard, values);
}
