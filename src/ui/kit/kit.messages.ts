import { label } from "../../shared/i18n/label.ts";
import { defineMessages } from "../../shared/i18n/messages.ts";

export const kitTexts = defineMessages({
  loading: label("正在加载", "Loading"),
  retry: label("重试", "Try again"),
  close: label("关闭", "Close"),
  cancel: label("取消", "Cancel"),
  save: label("保存", "Save"),
  delete: label("删除", "Delete"),
  ok: label("确定", "OK"),
  back: label("返回", "Back"),
  networkTitle: label("连不上服务器", "The server cannot be reached"),
  networkDetail: label(
    "没有保存的内容还在本机，连上以后再试一次即可。",
    "What you typed is kept on this device. Try again once you are connected.",
  ),
  forbiddenTitle: label("没有权限", "You have no right to see this"),
  forbiddenDetail: label(
    "数据没有变化。需要查看时请联系管理员。",
    "Nothing was changed. Ask an administrator if you need it.",
  ),
  missingTitle: label("找不到这个页面或记录", "This page or record was not found"),
  missingDetail: label(
    "它可能已被删除，或者不在你的可见范围内。",
    "It may have been deleted, or it lies outside what you may see.",
  ),
  refusedTitle: label("这一步没有通过", "This was not accepted"),
  refusedDetail: label("请检查填写的内容后再试。", "Check what was entered and try again."),
  failedTitle: label("服务器没能完成这一步", "The server could not do this"),
  failedDetail: label(
    "已保存的数据没有受影响。请再试一次；如果还不行，把下面的编号发给管理员。",
    "Saved data is not affected. Try again; if it fails again, send the number below to an administrator.",
  ),
  screenTitle: label("这个页面出错了", "This screen failed"),
  screenDetail: label(
    "已保存的数据没有受影响，输入的草稿也保留着。请重新加载页面。",
    "Saved data is not affected and your drafts are kept. Please reload the page.",
  ),
  reload: label("重新加载", "Reload"),
  request: label("请求编号 {id}", "Request {id}"),
  yes: label("是", "Yes"),
  no: label("否", "No"),
  yuan: label("元", "1"),
  wan: label("万元", "10k"),
  yi: label("亿", "100M"),
  currency: label("币种", "Currency"),
  unit: label("金额单位", "Unit of amounts"),
  numberBetween: label("请填写 {min} 到 {max} 之间的整数", "Enter a whole number from {min} to {max}"),
  wholeNumberNeeded: label("请填写整数", "Enter a whole number"),
  numberNeeded: label("请填写数字", "Enter a number"),
  badNumber: label(
    "有数字需要改正，请先看标红处",
    "A number must be put right first: see what is marked red",
  ),
  copyFailed: label(
    "浏览器没有允许复制，请选中后手动复制",
    "The browser did not allow copying. Select the text and copy it yourself",
  ),
});
