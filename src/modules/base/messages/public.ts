export { type MailKind, type MessageKind, messageKinds } from "./server/message-kinds.ts";
export { type Mailed, mailTo, type OwnMail, whyNot as whyNoMail } from "./server/mail-to.ts";
export { hasMailServer, siteOf } from "./server/mail-settings.ts";
