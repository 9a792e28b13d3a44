export { type Cause, type Notice, notify, notifyOf } from "./server/notify.ts";
