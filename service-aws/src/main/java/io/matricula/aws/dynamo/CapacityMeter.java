package io.matricula.aws.dynamo;

import java.util.concurrent.atomic.DoubleAdder;
import java.util.concurrent.atomic.LongAdder;
import software.amazon.awssdk.core.SdkRequest;
import software.amazon.awssdk.core.interceptor.Context;
import software.amazon.awssdk.core.interceptor.ExecutionAttributes;
import software.amazon.awssdk.core.interceptor.ExecutionInterceptor;
import software.amazon.awssdk.services.dynamodb.model.ConditionalCheckFailedException;
import software.amazon.awssdk.services.dynamodb.model.ReturnConsumedCapacity;
import software.amazon.awssdk.services.dynamodb.model.UpdateItemRequest;
import software.amazon.awssdk.services.dynamodb.model.UpdateItemResponse;

/**
 * Adds up what updates cost, as DynamoDB itself tells. It doesn't tell of one whose condition failed, which costs as much: that
 * counts as one unit, as its item is small. Safe for concurrent use.
 */
public final class CapacityMeter implements ExecutionInterceptor {
    private final LongAdder updates = new LongAdder();
    private final DoubleAdder units = new DoubleAdder();

    /** Updates sent so far. */
    public long updates() {
        return updates.sum();
    }

    /** Write units of the updates so far; one holds up to 1 kB. */
    public double writeUnits() {
        return units.sum();
    }

    @Override
    public SdkRequest modifyRequest(Context.ModifyRequest context, ExecutionAttributes attributes) {
        if (context.request() instanceof UpdateItemRequest update) {
            updates.increment();
            return update.toBuilder()
                    .returnConsumedCapacity(ReturnConsumedCapacity.TOTAL)
                    .build();
        }
        return context.request();
    }

    @Override
    public void afterExecution(Context.AfterExecution context, ExecutionAttributes attributes) {
        if (context.response() instanceof UpdateItemResponse answer && answer.consumedCapacity() != null) {
            units.add(answer.consumedCapacity().capacityUnits());
        }
    }

    @Override
    public void onExecutionFailure(Context.FailedExecution context, ExecutionAttributes attributes) {
        if (context.exception() instanceof ConditionalCheckFailedException) {
            units.add(1);
        }
    }
}
