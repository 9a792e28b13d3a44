/**
 * What the engine offers to modules, by what they want to do. They import nothing else of it, so that it can be
 * changed inside; `npm run check` holds it. Tests may look further.
 */

// Who asks, in which company; and how an expected failure is said.
export type { CompanySettings, Context, Principal, Workspace } from "./kernel/context.ts";
export { momentOf } from "./kernel/moment.ts";
export { type Refusal, type Result, accept, refuse } from "./kernel/refusal.ts";

// What a module registers.
export type { LedgerReplay, ReplayedLedger } from "./history/replay-ledger.ts";
export type { ReplayedRecord, ReplayedStep } from "./history/replay-record.ts";
export { type Contribution, extensionPoint } from "./kernel/extension-point.ts";
export type {
  Add,
  Added,
  CountMaskedSearch,
  Guard,
  HookInput,
  LogPass,
  LoggedChange,
  RecordEvents,
  ServerDerive,
  Subscriber,
} from "./kernel/hooks.ts";
export type { Repaired } from "./kernel/mended.ts";
export type { Applied, Difference, PackagePart } from "./kernel/package-part.ts";
export type { Retention, RetentionBatch } from "./kernel/retention.ts";
export { type Change, type SavedExpressions, rewriteText } from "./kernel/saved-expressions.ts";
export type { Module } from "./module.ts";

// Long work.
export { refusedRecord } from "./api/refused-record.ts";
export { JobFailed, Superseded } from "./kernel/job-errors.ts";
export {
  type JobKind,
  type JobRun,
  type KindOf,
  type MadeFile,
  type Outcome,
  type RefusedRecord,
  type Work,
  defineJobKind,
  taskOf,
} from "./kernel/job-kind.ts";
export { idIn } from "./kernel/job-payload.ts";
export { type BulkWork, type StartBulk, type StartJob, bulkOperation } from "./kernel/long-work.ts";
export type { Kept, UndoneBatch, Written } from "./undo/contract.ts";
export { previewUndo } from "./undo/preview-undo.ts";
export { undoBatch } from "./undo/undo-batch.ts";

// To answer an endpoint.
export { toItem } from "./api/problem.ts";
export { answerRecord, versionOf } from "./api/record-routes.ts";
export { roadOf } from "./api/road.ts";
export { type Call, type Route, SENT } from "./api/route.ts";
export { answerFrom, answerStatement } from "./api/save-and-answer.ts";
export { type CallOf, serve } from "./api/serve.ts";
export { Answer } from "./kernel/answer.ts";
export { answeringOnce, claimKey, storeAnswer } from "./record/idempotency.ts";

// Who may see and do what.
export { explainRecord } from "./access/explain-record.ts";
export { QUESTIONS, type QuestionAction, explain } from "./access/explain.ts";
export { isOutsider } from "./access/outsiders.ts";
export { isPartOf } from "./access/part-of.ts";
export { MAX_PARENTS, accessGrants, accessPredicate } from "./access/predicate.ts";
export { type FieldLock, fieldLocks } from "./access/field-locks.ts";
export { type Sighted, type SightWhile, sightWhile } from "./access/sight-while.ts";
export { type StateProblem, stateCondition } from "./catalog/state-condition.ts";
export { fieldsByState, fieldsOfStates, readableWhere } from "./access/field-by-state.ts";
export { conditionSql, inState } from "./access/row-condition.ts";
export { hasStates } from "./access/scopes-by-state.ts";
export { rightsInState } from "./changes/rights-in-state.ts";
export {
  fieldRight,
  fieldRights,
  hasAbility,
  isReadable,
  objectRights,
  readableFields,
  readsStage,
  scopeOf,
  surelyReached,
} from "./access/rights-of.ts";
export { isFor, sharedWithSql } from "./access/shared-records.ts";
export { asProgram, elevate } from "./kernel/elevate.ts";

// To read records.
export { aggregate, withTitles } from "./query/aggregate.ts";
export { readAsOf } from "./query/as-of.ts";
export { narrowing } from "./query/conditions.ts";
export { openCursor, sealCursor } from "./query/cursor.ts";
export { compileCondition, compileExpression } from "./query/expression-sql.ts";
export { type FactNeeds, type LinkNeed, type RelatedNode, factNeeds } from "./query/fact-needs.ts";
export { askFactsAhead } from "./query/facts-ahead.ts";
export { answerFacts } from "./query/facts.ts";
export { get } from "./query/get.ts";
export { type GroupKey, groupKeys } from "./query/group-keys.ts";
export { matchingIds } from "./query/ids.ts";
export { withKnownAt } from "./query/known-at.ts";
export { list } from "./query/list.ts";
export { load } from "./query/load.ts";
export { measures, percentile } from "./query/measures.ts";
export { badExpression, notFound, unknownObject } from "./query/messages.ts";
export { getByName, objectOf } from "./query/object-of.ts";
export { listOf } from "./query/one-of.ts";
export { pointingTo, pointsAt } from "./query/points-at.ts";
export { type FoundRow, plainDecimal } from "./query/present.ts";
export { type Reading, replicaOrPrimary } from "./query/reading.ts";
export { ruleCondition } from "./query/rule-condition.ts";
export { searchFields } from "./query/search-entries.ts";
export { allOf, seenSource, source } from "./query/source.ts";
export { spokenTitle } from "./query/spoken-title.ts";
export { readingScope } from "./query/sql-scope.ts";

// To write records.
export { roadIn } from "./kernel/road-in.ts";
export type {
  Operation,
  OperationResult,
  PastState,
  SaveRequest,
  SaveResult,
} from "./kernel/save-request.ts";
export { type WriteContext, beginWrite, noteOf, notesIn } from "./kernel/write-notes.ts";
export type { WrittenAlong } from "./kernel/write-parts.ts";
export { findReferring } from "./record/check-deletes.ts";
export { checkSeen } from "./record/check-seen.ts";
export { duplicateOf } from "./record/duplicate-error.ts";
export { explainConflict } from "./record/explain-conflict.ts";
export { isAcceptableId, newId } from "./record/ids.ts";
export { lockAhead } from "./record/lock-records.ts";
export { recordMessages } from "./record/messages.ts";
export { openAhead } from "./record/open-write.ts";
export { creating, deleting, updating } from "./record/operations.ts";
export { referrersOf } from "./record/referrers.ts";
export { save, saveIn } from "./record/save.ts";
export { versionsSeen } from "./record/versions-seen.ts";
export { entriesOf } from "./record/write-search.ts";

// Values of fields, as they are given, kept and read.
export { isUuid } from "./values/is-uuid.ts";
export { readField } from "./values/read-field.ts";
export { type Row, fromRow, sameValue, valuesOf, withoutRate } from "./values/row-values.ts";

// The log, and who reads it.
export { objectRegistries } from "./behaviour/registries.ts";
export { causeOf } from "./changes/cause-of.ts";
export { withoutMove } from "./changes/describe-changes.ts";
export { passOver, tryAgain } from "./changes/failed-changes.ts";
export { heldAfter } from "./changes/held-after.ts";
export { lowWater, newestNumber } from "./changes/read-changes.ts";
export { readablePart } from "./changes/read-feed.ts";
export { recordChanges } from "./changes/record-changes.ts";
export { SubscriberError, tellFailure } from "./changes/subscriber-error.ts";
export { titlesFor } from "./changes/titles-for.ts";
export { tookBack } from "./changes/took-back.ts";
export { type FailedChange, readFailedChanges, readSubscribers } from "./health/read-subscribers.ts";

// Definitions of objects and fields.
export { expressionOf } from "./catalog/checked-expression.ts";
export { cleanLabels } from "./catalog/clean-labels.ts";
export { raiseDefinitions } from "./catalog/definitions-version.add.ts";
export type { LoadStages } from "./catalog/live-catalog.ts";
export { compose } from "./catalog/shapes.ts";
export { addFields } from "./definitions/add-fields.ts";
export { addOptions, takeBackOptions } from "./definitions/add-options.ts";
export { bringRecord, pick, recordsOf } from "./definitions/bring-record.ts";
export { grantUse } from "./definitions/grant-use.ts";
export type { Catalog } from "./kernel/catalog.ts";

// Names of tables and columns, and statements of one's own.
export { type ParamType, Params } from "./kernel/params.ts";
export { ensurePartitions } from "./schema/ensure-partitions.ts";
export { isOfDefinitions } from "./schema/is-of-definitions.ts";
export { type Column, columnsOf, historyOf, systemTable, tableOf } from "./schema/names.ts";
export { liveColumns } from "./schema/plan.ts";
export {
  type Tables,
  type Typed,
  answering,
  command,
  doing,
  statement,
  tablesOf,
} from "./schema/statement.ts";
export { wholeMonths } from "./schema/within-months.ts";

// Small things.
export type { Eraser, Forgotten } from "./kernel/erasure.ts";
export { groupBy } from "./kernel/group-by.ts";
export { MOST_SHARES, type Share, type SharingRule, type Visibility } from "./kernel/visibility.ts";
