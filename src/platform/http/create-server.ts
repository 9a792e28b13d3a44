import { randomUUID } from "node:crypto";
import { constants } from "node:zlib";
import compress from "@fastify/compress";
import cookie from "@fastify/cookie";
import helmet from "@fastify/helmet";
import multipart from "@fastify/multipart";
import rateLimit from "@fastify/rate-limit";
import { fastify, type FastifyBaseLogger, type FastifyInstance, LogController } from "fastify";
import type { Log } from "../log/log.ts";
import { answerBrokenRequest } from "./answer-broken-requests.ts";
import { RequestLog } from "../log/request-log.ts";
import { answerErrors } from "./answer-errors.ts";
import { endSlowBodies } from "./end-slow-bodies.ts";
import { holdConnections } from "./hold-connections.ts";
import { loggedPath } from "./logged-path.ts";
import { PATIENCE, type Patience } from "./patience.ts";
import { sendPlainProblem } from "./plain-problem.ts";
import { refuseOtherSites } from "./same-site.ts";
import { serveWeb } from "./serve-web.ts";
import { wellFormed } from "../../shared/text/well-formed.ts";

export interface ServerOptions {
  readonly log: Log;
  /** The origin that people see, behind a proxy. */
  readonly publicUrl?: string | undefined;
  /** Where the built client lies. */
  readonly webDirectory?: string | undefined;
  /** Addresses and networks of proxies; none unless told. */
  readonly trustedProxies?: readonly string[];
  /** Other limits than the usual ones, for tests. */
  readonly patience?: Partial<Patience>;
}

const JSON_BYTES = 10 * 2 ** 20;
const FILE_BYTES = 200 * 2 ** 20;
const COMPRESSED =
  /^(?!text\/event-stream)(text\/|application\/(.+\+)?(json|javascript|xml|manifest)|image\/svg)/;
/**
 * Answers are made for one request: they are compressed only where that saves more than it takes, and at a
 * quick level: 17 KB become 6 in 0.2 ms, which a line of 10 Mbit/s gives back forty times. Pages of a list
 * are made in one piece, longer ones flow. What the browser keeps is compressed when it is built.
 */
const QUICKLY = {
  threshold: 4 * 1024,
  syncThreshold: 256 * 1024,
  zlibOptions: { level: constants.Z_BEST_SPEED },
  brotliOptions: { params: { [constants.BROTLI_PARAM_QUALITY]: 1 } },
};
/** Calls per minute and address where guessing would pay. */
const GUESSABLE: Readonly<Record<string, number>> = {
  "POST /api/v1/session": 120,
  "POST /api/v1/session/second-factor": 120,
  "POST /api/v1/setup": 20,
};

/**
 * A server that is safe to put routes on: headers, limits, cookies, uploads, errors as problem documents, the
 * client's pages.
 */
export async function createServer({
  log,
  publicUrl,
  trustedProxies = [],
  webDirectory,
  patience: given,
}: ServerOptions): Promise<FastifyInstance> {
  const patience = { ...PATIENCE, ...given };
  const app = fastify({
    loggerInstance: log as FastifyBaseLogger,
    logController: new LogController({ disableRequestLogging: true, requestIdLogLabel: "request_id" }),
    bodyLimit: JSON_BYTES,
    trustProxy: trustedProxies.length > 0 ? [...trustedProxies] : false,
    childLoggerFactory: (logger, bindings, options) => new RequestLog(logger, bindings, options),
    genReqId: () => randomUUID(),
    requestTimeout: patience.requestMs,
    http: { headersTimeout: patience.headMs, connectionsCheckingInterval: patience.lookMs },
    clientErrorHandler: answerBrokenRequest,
    forceCloseConnections: "idle",
    ajv: { customOptions: { coerceTypes: false, removeAdditional: false, useDefaults: false } },
    frameworkErrors: (_error, request, reply) => void sendPlainProblem(request, reply, 400),
  });
  answerErrors(app);
  const fixed = await fixedHeaders(publicUrl);
  app.addHook("onRequest", (request, reply, done) => {
    void reply.headers(fixed).header("x-request-id", request.id);
    // What the API says is about people and companies: no browser and no proxy keeps it. What may be kept
    // says so itself.
    if (request.url.startsWith("/api/")) void reply.header("cache-control", "no-store");
    done();
  });
  logAnswers(app, log);
  await app.register(compress, {
    ...QUICKLY,
    customTypes: COMPRESSED,
    encodings: ["br", "gzip"],
    globalDecompression: false,
  });
  holdConnections(app, patience, trustedProxies);
  endSlowBodies(app, patience);
  await limitGuessing(app);
  refuseOtherSites(app, publicUrl);
  await app.register(cookie);
  await app.register(multipart, {
    limits: {
      fileSize: FILE_BYTES,
      files: 20,
      fields: 100,
      fieldSize: 2 ** 20,
      parts: 120,
      headerPairs: 100,
    },
  });
  takeJson(app);
  refuseNul(app);
  await serveWeb(app, webDirectory);
  return app;
}

/** Each answer with its time, where somebody looks that closely. */
function logAnswers(app: FastifyInstance, log: Log): void {
  if (log.isLevelEnabled("debug"))
    app.addHook("onResponse", async (request, reply) =>
      request.log.debug(
        {
          method: request.method,
          url: loggedPath(request.url),
          status: reply.statusCode,
          ms: Math.round(reply.elapsedTime),
        },
        "answered",
      ),
    );
}

/** Helmet's headers are the same for every answer: made once, by a server that answers one request. */
async function fixedHeaders(publicUrl: string | undefined): Promise<Record<string, string>> {
  const probe = fastify();
  await probe.register(helmet, headers(publicUrl));
  probe.get("/", async () => "");
  const answer = await probe.inject("/");
  await probe.close();
  const own = new Set(["content-type", "content-length", "date", "connection"]);
  return Object.fromEntries(
    Object.entries(answer.headers).flatMap(([name, value]) =>
      own.has(name) || value === undefined ? [] : [[name, String(value)]],
    ),
  );
}

/** The client brings no foreign code; antd writes its styles into the page. */
function headers(publicUrl: string | undefined): Parameters<typeof helmet>[1] {
  const isSecure = publicUrl?.startsWith("https:") ?? false;
  return {
    contentSecurityPolicy: {
      useDefaults: false,
      directives: {
        defaultSrc: ["'self'"],
        scriptSrc: ["'self'"],
        styleSrc: ["'self'", "'unsafe-inline'"],
        imgSrc: ["'self'", "data:", "blob:"],
        fontSrc: ["'self'", "data:"],
        connectSrc: ["'self'"],
        workerSrc: ["'self'", "blob:"],
        objectSrc: ["'none'"],
        baseUri: ["'self'"],
        formAction: ["'self'"],
        frameAncestors: ["'self'"],
      },
    },
    hsts: isSecure ? { maxAge: 31_536_000 } : false,
    crossOriginEmbedderPolicy: false,
    crossOriginOpenerPolicy: isSecure,
    originAgentCluster: isSecure,
    referrerPolicy: { policy: "same-origin" },
  };
}

async function limitGuessing(app: FastifyInstance): Promise<void> {
  // Before the plugin's own hook, which reads what this one sets.
  app.addHook("onRoute", (route) => {
    const most = GUESSABLE[`${String(route.method)} ${route.url}`];
    if (most !== undefined) route.config = { ...route.config, rateLimit: { max: most, timeWindow: 60_000 } };
  });
  await app.register(rateLimit, { global: false });
}

/**
 * A DELETE that announces JSON and sends none is not an error. Texts arrive as the database can keep them,
 * nothing nested without end.
 */
function takeJson(app: FastifyInstance): void {
  const parse = app.getDefaultJsonParser("error", "error");
  app.removeContentTypeParser("application/json");
  app.addContentTypeParser<string>("application/json", { parseAs: "string" }, (request, body, done) => {
    if (body === "") return done(null, undefined);
    return parse(request, body, (error, parsed) => {
      const whole = error ? undefined : wellFormed(parsed);
      return whole === undefined ? done(error ?? unreadable()) : done(null, whole);
    });
  });
}

/** No address means anything by a NUL, and no database takes one. */
function refuseNul(app: FastifyInstance): void {
  app.addHook("onRequest", (request, _reply, done) =>
    done(request.url.includes("%00") ? unreadable() : undefined),
  );
}
const unreadable = (): Error => Object.assign(new Error("unreadable request"), { statusCode: 400 });
