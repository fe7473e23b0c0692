// Headers of the customer, the date and the amount of an order, in no CRM in particular; custom functions read them too.

export const orderHeaders = {
  account: "Customer | Customer ID | Customer Name | Account | Account Name | Client | Company | 客户 | 客户名称",
  on: "Order Date | Invoice Date | Purchase Date | Transaction Date | Date | Sale Date | 下单日期 | 订单日期 | 日期",
  amount: "Amount | Total | Order Amount | Order Total | Sales | Revenue | Total Amount | Order Value | Net Amount | Grand Total | 金额 | 订单金额 | 销售额",
} as const;
