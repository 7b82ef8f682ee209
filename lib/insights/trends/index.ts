export { compareSpans, compareTrends, type TrendsPage, trends, trendsPage } from "./trends";
