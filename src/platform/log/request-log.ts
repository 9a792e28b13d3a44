import type { FastifyBaseLogger } from "fastify";

type Bindings = Parameters<FastifyBaseLogger["child"]>[0];
type Options = Parameters<FastifyBaseLogger["child"]>[1];

/**
 * The log of one request, made when the request has something to say: most have not, and what is kept out of
 * a log is looked up for each one made. The server looks at each request whether these are functions, so they
 * are no getters.
 */
export class RequestLog implements FastifyBaseLogger {
  #log: FastifyBaseLogger | undefined;
  constructor(
    private readonly parent: FastifyBaseLogger,
    private readonly bindings: Bindings,
    private readonly options: Options,
  ) {}

  get #own(): FastifyBaseLogger {
    return (this.#log ??= this.parent.child(this.bindings, this.options));
  }
  get level(): FastifyBaseLogger["level"] {
    return this.#own.level;
  }
  set level(level: FastifyBaseLogger["level"]) {
    this.#own.level = level;
  }
  fatal(...words: unknown[]): void {
    this.#say("fatal", words);
  }
  error(...words: unknown[]): void {
    this.#say("error", words);
  }
  warn(...words: unknown[]): void {
    this.#say("warn", words);
  }
  info(...words: unknown[]): void {
    this.#say("info", words);
  }
  debug(...words: unknown[]): void {
    this.#say("debug", words);
  }
  trace(...words: unknown[]): void {
    this.#say("trace", words);
  }
  silent(...words: unknown[]): void {
    this.#say("silent", words);
  }
  child(bindings: Bindings, options?: Options): FastifyBaseLogger {
    return this.#own.child(bindings, options);
  }
  #say(
    level: "fatal" | "error" | "warn" | "info" | "debug" | "trace" | "silent",
    words: readonly unknown[],
  ): void {
    const log = this.#own;
    Reflect.apply(log[level], log, words);
  }
}
