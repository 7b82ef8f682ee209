export { compareTrends, comparisonOf, type TrendsPage, trends, trendsPage } from "./trends";
