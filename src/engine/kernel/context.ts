import type { Road } from "../../shared/metadata/hooks.ts";
import type { Database, Executor } from "../../platform/db/database.ts";
import type { WorkingCalendar } from "../../shared/expression/types.ts";
import type { Language } from "../../shared/i18n/label.ts";
import type { ObjectDefinition, Values } from "../../shared/metadata/object.ts";
import type { Catalog } from "./catalog.ts";
import type { Visibility } from "./visibility.ts";
import type { RoleRights } from "../../shared/rights/rights.ts";
import type { StartBulk } from "./long-work.ts";
import type { LogFollower } from "./log-follower.ts";
import type { StartJob } from "./long-work.ts";
import type { Hooks } from "./hooks.ts";
import type { Services } from "./services.ts";
import type { IdempotencyKey } from "./idempotency-key.ts";
import type { WriteNotes } from "./write-notes.ts";

/** A company: one PostgreSQL schema. Every statement is qualified with `schema` (already safe to quote). */
export interface Workspace {
  readonly code: string;
  readonly schema: string;
}

/**
 * Who acts (decision 12). `id` is the user's id for persons and programs, and of whom a link acts in the name
 * of; null for the system, and for a link that acts in nobody's name. A collaborator is a colleague without
 * roles (`engine/access/outsiders.ts`).
 */
export interface Principal {
  readonly kind: "person" | "collaborator" | "program" | "link" | "system";
  readonly id: string | null;
  readonly name: string;
  readonly roles: readonly RoleRights[];
  /** Own departments (main first). */
  readonly departments: readonly string[];
  /** Own departments and all below. */
  readonly subtree: readonly string[];
  /** Reports, teams, shares and sharing rules; absent: none. */
  readonly reach?: Visibility;
  /** The role that a key is narrowed to; work done later in this name keeps to it. */
  readonly narrowedTo?: string;
  /** Session or key, for the log. */
  readonly credential?: string;
  /**
   * A person or program who acts with rights of the program: what they are, and why. Made by `elevate` and
   * `asProgram`; the log names them as they are.
   */
  readonly elevated?: { readonly from: Exclude<Principal["kind"], "system">; readonly reason: string };
  /** Who really looks, when a person looks at everything as this one: nothing may be written then. */
  readonly viewedBy?: { readonly id: string; readonly name: string; readonly since: string };
}

/** That somebody works with more rights than their own, for the program's log. */
export interface Elevation {
  /** The caller with more rights, or the program itself, perhaps for a person who set the work off. */
  readonly as: "caller" | "program";
  readonly reason: string;
  readonly actor: string | null;
  /** The objects that it is about; absent: all. */
  readonly only?: readonly string[];
  readonly request: string;
}

/** Company-wide settings that the engine itself reads. */
export interface CompanySettings {
  readonly name: string;
  readonly currency: string;
  readonly zone: string;
  readonly language: Language;
  readonly calendar: WorkingCalendar;
}

/** Everything a use of the engine is about. Made once per request or job step; immutable. */
export interface Context {
  readonly db: Database;
  /** Where questions about records are asked in its place, in a request that can wait a moment. */
  readonly replica?: Executor;
  readonly workspace: Workspace;
  readonly catalog: Catalog;
  /** Object definitions of the program, before the workspace's own are laid over. */
  readonly shipped: readonly ObjectDefinition[];
  /** Tells screens that something changed. */
  readonly follower: LogFollower;
  readonly services: Services;
  readonly hooks: Hooks;
  readonly startBulk?: StartBulk | undefined;
  readonly startJob?: StartJob | undefined;
  /** Absent: nobody keeps a log, as in most tests. */
  readonly tellElevation?: ((told: Elevation) => void) | undefined;
  readonly company: CompanySettings;
  readonly principal: Principal;
  readonly language: Language;
  readonly requestId: string;
  /** The installation's secret, from which keys that seal cursors are derived. Never sent, never logged. */
  readonly secret: string;
  /** The caller's key for this intention, remembered with the first write. */
  readonly idempotency?: IdempotencyKey;
  /**
   * The way the request came, for what it writes: a page, a board, another program. Absent: no request, as in
   * background work.
   */
  readonly road?: Road;
  /**
   * Position of the log: the past is shown as it was believed then. Heeded by every question about a moment,
   * whatever is asked along with it.
   */
  readonly knownAt?: number;
  /**
   * Within a write: records of the same document as they will be stored, for conditions of the others that
   * read them.
   */
  readonly pending?: (object: string, id: string) => Values | undefined;
  /** What the write has worked out for a record from all lines of its document: places and amounts. */
  readonly workedOut?: (object: string, id: string) => Values | undefined;
  /** Within a write: what its parts tell each other. */
  readonly notes?: WriteNotes;
  /** The moment the request began, ISO UTC. */
  readonly now: string;
}
