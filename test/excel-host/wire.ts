// What can stand behind a proxy of office.js: objects whose members have the names of the wire (`GetRange`, `Values`).

/** Refusals as Excel's code and sentence; the batch stops there. */
export class ExcelError extends Error {
  constructor(readonly code: string, message: string) {
    super(message);
  }
}

export function refuse(code: string, message: string): never {
  throw new ExcelError(code, message);
}

export function invalid(message = "The argument is invalid or missing or has an incorrect format."): never {
  return refuse("InvalidArgument", message);
}

export function notFound(): never {
  return refuse("ItemNotFound", "The requested resource doesn't exist.");
}

export function denied(): never {
  return refuse("AccessDenied", "You cannot perform the requested operation.");
}

/** Base of all objects of the host. */
export abstract class Wire {
  /** Its class in Excel's model; null where the model says nothing of it. */
  abstract readonly type: string | null;

  /** What tells it from its like; office.js binds proxies to it. */
  identity(): Readonly<Record<string, unknown>> {
    const id: unknown = Reflect.get(this, "Id");
    return id === undefined ? {} : { Id: id };
  }

  has(member: string): boolean {
    return member in this;
  }

  read(member: string): unknown {
    return Reflect.get(this, member);
  }

  write(member: string, value: unknown): void {
    Reflect.set(this, member, value);
  }

  /** What a caller leaves out comes as null. */
  call(member: string, args: readonly unknown[]): unknown {
    return (Reflect.get(this, member) as (...args: unknown[]) => unknown).apply(this, args.map((one) => one ?? undefined));
  }
}

/** A collection; `items` in the order of Excel's. */
export abstract class Collection<Item extends Wire> extends Wire {
  abstract get items(): readonly Item[];

  /** Whether a key (name or id, in any case) means this item. */
  protected means(item: Item, key: string): boolean {
    return ["Id", "Name", "Key"].some((member) => item.has(member) && same(String(item.read(member)), key));
  }

  find(key: unknown): Item | undefined {
    return this.items.find((item) => this.means(item, String(key)));
  }

  get Count(): number {
    return this.items.length;
  }

  GetCount(): number {
    return this.items.length;
  }

  GetItem(key: string): Item {
    return this.find(key) ?? notFound();
  }

  GetItemOrNullObject(key: string): Item | null {
    return this.find(key) ?? null;
  }

  GetItemAt(index: number): Item {
    return this.items[index] ?? invalid();
  }
}

/** A collection over items that are kept elsewhere. */
export class View<Item extends Wire> extends Collection<Item> {
  constructor(readonly type: string, private readonly list: () => readonly Item[]) {
    super();
  }

  get items(): readonly Item[] {
    return this.list();
  }
}

/** Names are the same in any case. */
export function same(one: string, other: string): boolean {
  return one.toLowerCase() === other.toLowerCase();
}
