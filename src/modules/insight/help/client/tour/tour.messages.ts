import { label } from "../../../../../shared/i18n/label.ts";
import { defineMessages } from "../../../../../shared/i18n/messages.ts";

export const tourTexts = defineMessages({
  skip: label("跳过", "Skip"),
  back: label("上一步", "Back"),
  next: label("下一步", "Next"),
  finish: label("开始用吧", "Start working"),
  of: label("{at} / {total}", "{at} of {total}"),
  today: label("今日", "Today"),
  todayText: label(
    "每天从这里开始：要做的任务、要推进的商机，做完一条勾一条。",
    "Start each day here: tasks to do, deals to move on. Tick them off as you go.",
  ),
  teamText: label(
    "右上角可以切到“下属”或“全部”，看整个团队今天要做什么、谁的单子停住了。",
    "Switch to your team or everyone at the top right to see what is due today and which deals are stalled.",
  ),
  search: label("搜索与跳转", "Search and jump"),
  searchText: label(
    "客户、电话、商机，打几个字或拼音就能找到；“新建商机”也可以直接打。",
    "Find accounts, phone numbers and deals from part of a word. You can type actions, too: “new opportunity”.",
  ),
  create: label("新建", "Create"),
  createText: label(
    "线索、客户、商机都从这里建。重复的客户会在你打字时提醒。",
    "Leads, accounts and deals start here. You are warned of duplicates while you type.",
  ),
  customers: label("客户", "Accounts"),
  customersText: label(
    "打开一个客户，直接写今天谈了什么：跟进、下一步、附件都记在一处。",
    "Open an account and write what was said today. Activities, next steps and files stay together.",
  ),
  deals: label("商机", "Deals"),
  dealsText: label(
    "把卡片拖到下一阶段。过关还缺什么，会当场告诉你，补上就能推进。",
    "Drag a card to the next stage. What the gate still needs is said at once; fill it in and move on.",
  ),
  approvals: label("审批", "Approvals"),
  approvalsText: label(
    "等你同意的推进和特批都在这里，理由和缺项写在一起，点一下就能决定。",
    "Moves and exceptions that wait for you, with reasons and what is missing. One click decides.",
  ),
  funnel: label("漏斗", "Funnel"),
  funnelText: label(
    "每一阶段有多少、走到下一步的有多少、停了多久。点数字就能看到后面的单子。",
    "How much is in each stage, how much moves on, how long it stays. Every number opens its deals.",
  ),
  movement: label("变动", "Movement"),
  movementText: label(
    "两天之间多了什么、丢了什么、推迟了什么，开周会用它。",
    "What came, what was lost and what slipped between two days: made for the weekly meeting.",
  ),
  settings: label("设置", "Settings"),
  settingsText: label(
    "公司、同事、阶段、字段、导入，都在这里。先从下面几处开始。",
    "Company, people, stages, fields and imports are here. Begin with the next few places.",
  ),
  people: label("邀请同事", "Invite colleagues"),
  peopleText: label(
    "填姓名和角色，把链接发过去，对方自己设密码。",
    "Enter a name and a role and send the link. They choose their own password.",
  ),
  stages: label("阶段与关卡", "Stages and gates"),
  stagesText: label(
    "一单生意要过哪几关、每关要什么，在这里定。改之前可以先试算会拦住谁。",
    "Which stages a deal goes through, and what each asks for. Try a change on the past before you publish it.",
  ),
  objects: label("对象与字段", "Objects and fields"),
  objectsText: label(
    "少一个字段就加一个，不用等人开发，马上能用、能筛选、能导出。",
    "Add the field you miss. It works at once in forms, lists, filters and exports.",
  ),
  bring: label("导入", "Imports"),
  bringText: label(
    "把原来的 Excel 拖进来，列名认得出；导错了可以整批撤销。",
    "Drop in the spreadsheet you have. Columns are recognised, and a wrong import can be undone whole.",
  ),
  help: label("随时问“?”", "“?” whenever you are stuck"),
  helpText: label(
    "它打开你所在页面的帮助；这个导览也在那里，可以再看一遍。",
    "It opens the help for the page you are on. This tour is there as well.",
  ),
});
