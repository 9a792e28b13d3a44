import { fastify, type FastifyBaseLogger, LogController } from "fastify";
import { afterAll, beforeEach, expect, test } from "vitest";
import { RequestLog } from "./request-log.ts";

let made = 0;
const said: unknown[][] = [];
const say = (...words: unknown[]): void => void said.push(words);
const child = {
  level: "info",
  fatal: say,
  error: say,
  warn: say,
  info: say,
  debug: say,
  trace: say,
  silent: say,
};
const app = fastify({
  loggerInstance: {
    ...child,
    child: () => ({ ...child, child: () => child }),
  } as unknown as FastifyBaseLogger,
  logController: new LogController({ disableRequestLogging: true }),
  childLoggerFactory: (logger, bindings, options) => {
    const parent = {
      ...logger,
      child: (...given: Parameters<FastifyBaseLogger["child"]>) => ((made += 1), logger.child(...given)),
    };
    return new RequestLog(parent as FastifyBaseLogger, bindings, options);
  },
});
app.get("/quiet", async () => ({}));
app.get("/loud", async (request) => {
  request.log.warn({ place: 1 }, "said");
  request.log.info("said too");
  return {};
});
beforeEach(() => {
  made = 0;
  said.length = 0;
});
afterAll(() => app.close());

test("a request that has nothing to say makes no log of its own", async () => {
  expect((await app.inject("/quiet")).statusCode).toBe(200);
  expect(made).toBe(0);
});

test("one that has makes one, and all of its words arrive", async () => {
  await app.inject("/loud");
  expect(made).toBe(1);
  expect(said).toEqual([[{ place: 1 }, "said"], ["said too"]]);
});
