/**
 * What a module adds to a list that another module keeps: a kind of notification, a thing that consents carry
 * out. Made by `define` of the list, given to the program in the module's `contributes`.
 */
export interface Contribution<T extends object = object> {
  /** The list it is for. */
  readonly point: string;
  readonly name: string;
  readonly value: T;
}

/** A list that modules add to. It stands in the public face of the module that reads it. */
export interface ExtensionPoint<T extends object> {
  readonly name: string;
  define(name: string, value: T): Contribution<T>;
  /** What the modules of this program have added, by name, in the order of the modules. */
  read(program: Contributed): ReadonlyMap<string, T>;
}
export interface Contributed {
  readonly contributions?: readonly Contribution[];
}
export interface ExtensionPoints {
  extensionPoint<T extends object>(point: string): ExtensionPoint<T>;
  /**
   * At start: one that was defined but stands in no module's `contributes` would be missed only when it is
   * needed, and of two with one name only the later would count.
   */
  checkContributions(contributions: readonly Contribution[]): readonly Contribution[];
}

/** The lists of one side: those of the server know nothing of those of the screens. */
export function extensionPoints(): ExtensionPoints {
  const defined = new Set<Contribution>();
  return {
    extensionPoint: (point) => makePoint(point, defined),
    checkContributions: (contributions) => {
      const names = new Set<string>();
      for (const { point, name } of contributions) {
        const key = `${point}: ${name}`;
        if (names.has(key)) throw new Error(`two modules contribute to ${key}`);
        names.add(key);
      }
      for (const one of defined)
        if (!contributions.includes(one)) throw new Error(`no module contributes ${one.point}: ${one.name}`);
      return contributions;
    },
  };
}

function makePoint<T extends object>(point: string, defined: Set<Contribution>): ExtensionPoint<T> {
  const made = new WeakSet<Contribution>();
  const isOurs = (one: Contribution): one is Contribution<T> => made.has(one);
  const known = new WeakMap<readonly Contribution[], ReadonlyMap<string, T>>();
  return {
    name: point,
    define: (name, value) => {
      const contribution: Contribution<T> = { point, name, value };
      made.add(contribution);
      defined.add(contribution);
      return contribution;
    },
    read: ({ contributions = [] }) => {
      const read =
        known.get(contributions) ??
        new Map(contributions.filter(isOurs).map(({ name, value }) => [name, value]));
      known.set(contributions, read);
      return read;
    },
  };
}
