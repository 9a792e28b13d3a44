import { Socket } from "node:net";
import type { FastifyInstance, FastifyReply, FastifyRequest } from "fastify";
import { rawProblem } from "./plain-problem.ts";
import type { Patience } from "./patience.ts";

/**
 * Ends bodies that come a byte at a time or never end: each keeps a connection and what came so far. Only the
 * pace counts, not the size, so that an upload of a large file on a thin line goes on. Counted on the socket,
 * once a look: no chunk costs more for it.
 */
export function endSlowBodies(app: FastifyInstance, patience: Patience): void {
  const bodies = new Set<ComingBody>();
  app.addHook("onRequest", (request, reply, done) => {
    const { headers, socket } = request.raw;
    const hasBody = headers["transfer-encoding"] !== undefined || (headers["content-length"] ?? "0") !== "0";
    if (hasBody && socket instanceof Socket) begin(new ComingBody(request, reply, socket));
    done();
  });
  let last = Date.now();
  let looking: NodeJS.Timeout | undefined;
  const begin = (body: ComingBody): void => {
    bodies.add(body);
    if (looking) return;
    last = Date.now();
    looking = setInterval(look, patience.lookMs).unref();
  };
  const rest = (): void => {
    clearInterval(looking);
    looking = undefined;
  };
  const look = (): void => {
    const now = Date.now();
    // While the process itself stood still nobody could send.
    const passed = Math.min(now - last, 2 * patience.lookMs);
    last = now;
    for (const body of bodies) {
      if (body.isOver) bodies.delete(body);
      else if (body.isTooSlow(passed, patience)) body.end();
    }
    for (const body of [...tooManyOfOne(bodies, patience), ...tooMuchHeld(bodies, patience)]) body.end();
    // Nothing comes: no clock that wakes for it.
    if (bodies.size === 0) rest();
  };
  app.addHook("onClose", async () => rest());
}

class ComingBody {
  readonly address: string;
  /** Files go to the disk, everything else stays in memory until it is whole. */
  readonly isHeld: boolean;
  #seen: number;
  #came = 0;
  #age = 0;
  /** Of its grace. */
  #spent = 0;

  constructor(
    private readonly request: FastifyRequest,
    private readonly reply: FastifyReply,
    private readonly socket: Socket,
  ) {
    this.address = request.ip;
    this.isHeld = !(request.headers["content-type"] ?? "").startsWith("multipart/");
    this.#seen = socket.bytesRead;
  }

  get isOver(): boolean {
    return this.request.raw.complete || this.request.raw.destroyed || this.socket.destroyed;
  }
  get came(): number {
    return this.#came;
  }
  /** Bytes a second. */
  get pace(): number {
    return (this.#came * 1000) / Math.max(this.#age, 1);
  }
  isSlow({ momentMs, slowBytes }: Patience): boolean {
    return this.#age > momentMs && this.pace < slowBytes;
  }

  isTooSlow(passed: number, { graceMs, leastBytes }: Patience): boolean {
    const fresh = this.socket.bytesRead - this.#seen;
    this.#seen += fresh;
    this.#came += fresh;
    // What has come and is not taken yet: we are the slow ones.
    if (this.request.raw.readableLength > 0) return false;
    this.#age += passed;
    this.#spent = Math.max(0, this.#spent + passed - (fresh * 1000) / leastBytes);
    return this.#spent > graceMs;
  }

  /** Says why, where nothing has been said yet, and closes the connection: more of it may come. */
  end(): void {
    if (!this.reply.raw.headersSent && this.socket.writable)
      this.socket.end(rawProblem(408, this.request.headers["accept-language"], this.request.id));
    else this.socket.destroySoon();
    this.request.raw.destroy();
  }
}

/** The slowest beyond those that one address may have: an honest upload beside them goes on. */
function tooManyOfOne(bodies: ReadonlySet<ComingBody>, patience: Patience): readonly ComingBody[] {
  const byAddress = new Map<string, ComingBody[]>();
  for (const body of bodies) {
    if (body.isOver || !body.isSlow(patience)) continue;
    const known = byAddress.get(body.address);
    if (known) known.push(body);
    else byAddress.set(body.address, [body]);
  }
  return [...byAddress.values()].flatMap((ones) =>
    ones.toSorted((a, b) => b.pace - a.pace).slice(patience.slowBodies),
  );
}

function tooMuchHeld(bodies: ReadonlySet<ComingBody>, { heldBytes }: Patience): readonly ComingBody[] {
  const held = [...bodies].filter((body) => body.isHeld && !body.isOver).toSorted((a, b) => b.pace - a.pace);
  let sum = 0;
  return held.filter(({ came }) => (sum += came) > heldBytes);
}
