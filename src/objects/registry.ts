import type { ObjectHook } from "../shared/metadata/hooks.ts";
import type { ObjectDefinition } from "../shared/metadata/object.ts";
import { withNeeded } from "./needed-fields.ts";
import { priceBook } from "./catalog/price-book/price-book.object.ts";
import { priceBookEntry } from "./catalog/price-book-entry/price-book-entry.object.ts";
import { priceBookEntryHooks } from "./catalog/price-book-entry/price-book-entry.rules.ts";
import { product } from "./catalog/product/product.object.ts";
import { account } from "./party/account/account.object.ts";
import { accountHooks } from "./party/account/account.rules.ts";
import { contact } from "./party/contact/contact.object.ts";
import { contactHooks } from "./party/contact/contact.rules.ts";
import { lead } from "./party/lead/lead.object.ts";
import { leadHooks } from "./party/lead/lead.rules.ts";
import { competitor } from "./selling/competitor/competitor.object.ts";
import { opportunity } from "./selling/opportunity/opportunity.object.ts";
import { opportunityHooks } from "./selling/opportunity/opportunity.rules.ts";
import { absence } from "./system/absence/absence.object.ts";
import { absenceHooks } from "./system/absence/absence.rules.ts";
import { calendarDay } from "./system/calendar-day/calendar-day.object.ts";
import { company } from "./system/company/company.object.ts";
import { department } from "./system/department/department.object.ts";
import { exchangeRate } from "./system/exchange-rate/exchange-rate.object.ts";
import { file } from "./system/file/file.object.ts";
import { follow } from "./system/follow/follow.object.ts";
import { role } from "./system/role/role.object.ts";
import { share } from "./system/share/share.object.ts";
import { sharingRule } from "./system/sharing-rule/sharing-rule.object.ts";
import { tag } from "./system/tag/tag.object.ts";
import { taggings } from "./system/tagging/tagging.object.ts";
import { team, teamMember } from "./system/team/team.object.ts";
import { user } from "./system/user/user.object.ts";
import { departmentMove } from "./system/department-move/department-move.object.ts";
import { userDepartment } from "./system/user-department/user-department.object.ts";
import { userHooks } from "./system/user/user.rules.ts";
import { userRole } from "./system/user-role/user-role.object.ts";
import { view } from "./system/view/view.object.ts";
import { workingCalendar } from "./system/working-calendar/working-calendar.object.ts";
import { workingCalendarHooks } from "./system/working-calendar/working-calendar.rules.ts";
import { activity } from "./work/activity/activity.object.ts";
import { activityHooks } from "./work/activity/activity.rules.ts";
import { comment } from "./work/comment/comment.object.ts";
import { commentHooks } from "./work/comment/comment.rules.ts";
import { form } from "./work/form/form.object.ts";
import { formResponse } from "./work/form-response/form-response.object.ts";
import { note } from "./work/note/note.object.ts";
import { noteHooks } from "./work/note/note.rules.ts";
import { task } from "./work/task/task.object.ts";
import { taskHooks } from "./work/task/task.rules.ts";

/** Every object the program ships with. Adding one is a folder and a line here. */
export const shippedObjects: readonly ObjectDefinition[] = withNeeded([
  lead,
  account,
  contact,
  opportunity,
  competitor,
  product,
  priceBook,
  priceBookEntry,
  task,
  activity,
  note,
  comment,
  form,
  formResponse,
  user,
  department,
  userDepartment,
  departmentMove,
  role,
  userRole,
  team,
  teamMember,
  share,
  sharingRule,
  file,
  tag,
  ...taggings,
  view,
  follow,
  company,
  calendarDay,
  workingCalendar,
  absence,
  exchangeRate,
]);

/** Their rules, in the order they run. */
export const objectHooks: readonly ObjectHook[] = [
  ...leadHooks,
  ...accountHooks,
  ...contactHooks,
  ...opportunityHooks,
  ...priceBookEntryHooks,
  ...taskHooks,
  ...activityHooks,
  ...noteHooks,
  ...commentHooks,
  ...userHooks,
  ...workingCalendarHooks,
  ...absenceHooks,
];
