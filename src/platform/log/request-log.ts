import type { FastifyBaseLogger } from "fastify";

type Bindings = Parameters<FastifyBaseLogger["child"]>[0];
type Options = Parameters<FastifyBaseLogger["child"]>[1];
type Write = FastifyBaseLogger["info"];

/** The log of one request, made when the request has something to say: most have not, and what is kept out of a log is looked up for each one made. */
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
  get fatal(): Write {
    return this.#of("fatal");
  }
  get error(): Write {
    return this.#of("error");
  }
  get warn(): Write {
    return this.#of("warn");
  }
  get info(): Write {
    return this.#of("info");
  }
  get debug(): Write {
    return this.#of("debug");
  }
  get trace(): Write {
    return this.#of("trace");
  }
  get silent(): Write {
    return this.#of("silent");
  }
  child(bindings: Bindings, options?: Options): FastifyBaseLogger {
    return this.#own.child(bindings, options);
  }
  #of(level: "fatal" | "error" | "warn" | "info" | "debug" | "trace" | "silent"): Write {
    const log = this.#own;
    return log[level].bind(log) as Write;
  }
}
