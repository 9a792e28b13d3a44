export { handoverMessages } from "./handover.messages.ts";
