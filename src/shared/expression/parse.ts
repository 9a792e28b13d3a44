import { type Token, lex } from "./lex.ts";
import { MAX_DEPTH, MAX_NODES, MAX_SOURCE } from "./limits.ts";
import { fail } from "./problem.ts";
import type { BinaryOperator, Span } from "./types.ts";

/** The tree as written, names not yet resolved. */
export type Raw =
  | {
      readonly is: "literal";
      readonly value: string | boolean | null;
      readonly kind: "text" | "number" | "boolean" | "null";
      readonly at: Span;
    }
  | { readonly is: "name"; readonly name: string; readonly at: Span }
  | {
      readonly is: "member";
      readonly target: Raw;
      readonly name: string;
      readonly nameAt: Span;
      readonly at: Span;
    }
  | {
      readonly is: "call";
      readonly name: string;
      readonly nameAt: Span;
      readonly target?: Raw;
      readonly args: readonly Raw[];
      readonly at: Span;
    }
  | { readonly is: "unary"; readonly op: "!" | "-"; readonly arg: Raw; readonly at: Span }
  | {
      readonly is: "binary";
      readonly op: BinaryOperator | "contains";
      readonly left: Raw;
      readonly right: Raw;
      readonly at: Span;
    }
  | { readonly is: "choose"; readonly condition: Raw; readonly yes: Raw; readonly no: Raw; readonly at: Span }
  | { readonly is: "list"; readonly items: readonly Raw[]; readonly at: Span };

const WORDS: ReadonlyMap<string, string> = new Map([
  ["and", "&&"],
  ["or", "||"],
  ["not", "not"],
  ["in", "in"],
  ["contains", "contains"],
  ["且", "&&"],
  ["并且", "&&"],
  ["或", "||"],
  ["或者", "||"],
  ["非", "not"],
  ["属于", "in"],
  ["包含", "contains"],
  ["true", "true"],
  ["false", "false"],
  ["null", "null"],
]);
const SAME: Readonly<Record<string, string>> = { "=": "==", "<>": "!=" };
/**
 * How tightly an operator binds; `?:` is 1, `NOT` takes a whole comparison, `!` and `-` bind tighter than all
 * of these.
 */
export const BINDING: Readonly<Record<BinaryOperator | "contains", number>> = {
  "||": 2,
  "&&": 3,
  "==": 4,
  "!=": 4,
  "<": 4,
  "<=": 4,
  ">": 4,
  ">=": 4,
  in: 4,
  contains: 4,
  "&": 5,
  "+": 6,
  "-": 6,
  "*": 7,
  "/": 7,
};
const isOperator = (word: string): word is BinaryOperator | "contains" => Object.hasOwn(BINDING, word);
const UNARY = 8;
const COMPARISON = 4;

/** Parses a whole source. Throws `ProblemSignal` (syntax, too_large). */
export function parse(source: string): Raw {
  if (source.length > MAX_SOURCE)
    fail("too_large", { start: MAX_SOURCE, end: source.length }, { limit: MAX_SOURCE, what: "characters" });
  return new Parser(lex(source)).whole();
}

class Parser {
  private readonly tokens: readonly Token[];
  private position = 0;
  private nodes = 0;
  private depth = 0;
  constructor(tokens: readonly Token[]) {
    this.tokens = tokens;
  }

  whole(): Raw {
    // A spreadsheet habit: "=A1+B1".
    if (this.token.is === "symbol" && this.token.value === "=") this.position += 1;
    const raw = this.expression(1);
    if (this.token.is !== "end") this.unexpected();
    return raw;
  }

  private get token(): Token {
    return this.tokens[this.position] ?? { is: "end", at: { start: 0, end: 0 } };
  }
  private next(): Token {
    const token = this.token;
    this.position += 1;
    return token;
  }
  /** The sign or operator word here, "" for anything else. */
  private symbol(): string {
    const token = this.token;
    if (token.is === "symbol") return SAME[token.value] ?? token.value;
    return token.is === "name" && !token.quoted ? (WORDS.get(token.value.toLowerCase()) ?? "") : "";
  }
  /** In front of an operand AND(…), OR(…), NOT(…), CONTAINS(…) are functions, not operators. */
  private prefixSymbol(): string {
    const token = this.token;
    const next = this.tokens[this.position + 1];
    const called =
      token.is === "name" &&
      /^[a-z]+$/i.test(token.value) &&
      next?.is === "symbol" &&
      next.value === "(" &&
      next.at.start === token.at.end;
    return called ? "" : this.symbol();
  }
  private unexpected(expected?: string): never {
    const token = this.token;
    const found = token.is === "end" ? "" : token.value;
    const hint = found === "%" ? "MOD" : undefined;
    fail("syntax", token.at, expected === undefined ? { found } : { found, expected }, hint);
  }
  private expect(symbol: string): Token {
    if (this.symbol() !== symbol) this.unexpected(symbol);
    return this.next();
  }
  private made<T extends Raw>(raw: T): T {
    this.nodes += 1;
    if (this.nodes > MAX_NODES) fail("too_large", raw.at, { limit: MAX_NODES, what: "nodes" });
    return raw;
  }

  private expression(binding: number): Raw {
    this.depth += 1;
    if (this.depth > MAX_DEPTH) fail("too_large", this.token.at, { limit: MAX_DEPTH, what: "depth" });
    let left = this.prefix();
    for (;;) {
      const op = this.symbol();
      if (op === "?" && binding <= 1) left = this.choose(left);
      else if (isOperator(op) && BINDING[op] >= binding) left = this.binary(left, op);
      else break;
    }
    this.depth -= 1;
    return left;
  }
  private binary(left: Raw, op: BinaryOperator | "contains"): Raw {
    this.next();
    const right = this.expression(BINDING[op] + 1);
    return this.made({ is: "binary", op, left, right, at: { start: left.at.start, end: right.at.end } });
  }
  private choose(condition: Raw): Raw {
    this.next();
    const yes = this.expression(1);
    this.expect(":");
    const no = this.expression(1);
    return this.made({ is: "choose", condition, yes, no, at: { start: condition.at.start, end: no.at.end } });
  }

  private prefix(): Raw {
    const op = this.prefixSymbol();
    if (op === "!" || op === "-" || op === "not" || op === "+") {
      const start = this.next().at.start;
      const arg = this.expression(op === "not" ? COMPARISON : UNARY);
      if (op === "+") return arg;
      return this.made({ is: "unary", op: op === "-" ? "-" : "!", arg, at: { start, end: arg.at.end } });
    }
    return this.postfix(this.primary(op));
  }
  private primary(op: string): Raw {
    const token = this.token;
    if (op === "(") {
      this.next();
      const inner = this.expression(1);
      const end = this.expect(")").at.end;
      return { ...inner, at: { start: token.at.start, end } };
    }
    if (op === "[") return this.list();
    if (op === "true" || op === "false")
      return this.literal({ is: "literal", kind: "boolean", value: op === "true", at: token.at });
    if (op === "null") return this.literal({ is: "literal", kind: "null", value: null, at: token.at });
    if (op !== "") this.unexpected();
    if (token.is === "number" || token.is === "text")
      return this.literal({ is: "literal", kind: token.is, value: token.value, at: token.at });
    if (token.is !== "name") this.unexpected();
    this.next();
    if (this.symbol() === "(") return this.call(token.value, token.at);
    return this.made({ is: "name", name: token.value, at: token.at });
  }
  private literal(raw: Raw): Raw {
    this.next();
    return this.made(raw);
  }
  private list(): Raw {
    const start = this.next().at.start;
    const items = this.items("]");
    const end = this.next().at.end;
    return this.made({ is: "list", items, at: { start, end } });
  }
  private items(close: string): Raw[] {
    const items: Raw[] = [];
    if (this.symbol() === close) return items;
    for (;;) {
      items.push(this.expression(1));
      if (this.symbol() !== ",") break;
      this.next();
    }
    if (this.symbol() !== close) this.unexpected(close);
    return items;
  }
  private call(name: string, nameAt: Span, target?: Raw): Raw {
    this.next();
    const args = this.items(")");
    const end = this.next().at.end;
    const at = { start: target?.at.start ?? nameAt.start, end };
    return this.made(
      target ? { is: "call", name, nameAt, target, args, at } : { is: "call", name, nameAt, args, at },
    );
  }
  private postfix(first: Raw): Raw {
    let raw = first;
    while (this.symbol() === ".") {
      this.next();
      const token = this.token;
      if (token.is !== "name") this.unexpected();
      this.next();
      if (this.token.is === "symbol" && this.token.value === "(") raw = this.call(token.value, token.at, raw);
      else
        raw = this.made({
          is: "member",
          target: raw,
          name: token.value,
          nameAt: token.at,
          at: { start: raw.at.start, end: token.at.end },
        });
    }
    return raw;
  }
}
