import { label } from "../../../../shared/i18n/label.ts";
import { defineMessages } from "../../../../shared/i18n/messages.ts";

export const linkMessages = defineMessages({
  not_found: label(
    "这个链接已失效，可能已经用过、过期或被撤回。",
    "This link no longer works. It may have been used, have expired or been revoked.",
  ),
  no_link: label("没有这个链接。", "There is no such link."),
  no_record: label(
    "没有这条记录，或者链接所属的人看不到它。",
    "There is no such record, or the person the link is for cannot see it.",
  ),
  unknown_purpose: label(
    "不能为这种对象创建这种用途的链接。",
    "This kind of link cannot be made for this object.",
  ),
  person_required: label("请说明链接以谁的名义操作。", "Say in whose name the link acts."),
  bad_expiry: label("失效时间须在现在之后、一年之内。", "The link must expire after now and within a year."),
  forbidden: label("你没有权限为别人创建链接。", "You may not make links for other people."),
  network_not_allowed: label(
    "公司不允许从当前网络访问。",
    "Your company does not allow access from this network.",
  ),
  too_often: label("操作过于频繁，请稍后再试。", "Too many attempts. Please try again later."),
  other_site: label("不能从别的网站操作。", "This cannot be done from another site."),
  unknown_verb: label("这个链接不能做这件事。", "This link cannot do that."),
  proof_required: label(
    "没能确认是真人操作，请刷新页面后再试。",
    "We could not tell that this was done by a person. Reload the page and try again.",
  ),
  comment_required: label("请写明意见。", "Please add a comment."),
});
