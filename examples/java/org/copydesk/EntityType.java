// SPDX-License-Identifier: Apache-2.0
package org.copydesk;

/** What a name (PERSON to PRODUCT) or a value (DATE to QUANTITY) is. */
public enum EntityType {
  PERSON, NORP, ORG, GPE, LOC, FAC, EVENT, LAW, WORK, PRODUCT,
  DATE, TIME, MONEY, PERCENT, QUANTITY,
  /** One that a later library knows. */
  UNKNOWN
}
