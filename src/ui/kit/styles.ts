// What every page is made of stands first, in this order; what a component says of itself comes after it.
import "./theme.css";
import "./base.module.css";
import "./Icon.module.css";
import "./QuietButton.module.css";
import "./States.module.css";
import "./Page.module.css";
import "./PageHeader.module.css";
import "./DataTable.module.css";
import "./Field.module.css";
import "./chip.module.css";
import "./Avatar.module.css";
import "./banner.module.css";
import "./Tabs.module.css";
