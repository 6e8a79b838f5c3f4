package io.matricula.infra.cost;

import java.util.LinkedHashMap;
import java.util.Map;

/**
 * What a month costs: calls that are answered at once, one picture each of under 512 kB, without webhooks, in two zones.
 *
 * @param millions of calls in a month
 * @param least workers at all times
 */
record MonthlyCost(Prices prices, Worker worker, double millions, int least) {
    private static final double HOURS = 730;
    private static final double SECONDS = HOURS * 3600;

    private static final int NAT_GATEWAYS = 2;

    /** Memory of the gateway, and how long it waits for a worker: what a picture took over HTTP, and twice as long again. */
    private static final double GATEWAY_GB = 1769 / 1024.0;

    private static final double GATEWAY_SECONDS = 0.150;

    /** Token, account, webhooks; all consistent. */
    private static final double READS = 3;

    /** One unit, as measured: bench/results/metering.md. */
    private static final double WRITES = 1;

    /** The function's line and the API's, in kB; and the answer. */
    private static final double LOGGED_KB = 1.0;

    private static final double ANSWER_KB = 1.5;
    private static final double KB_IN_GB = 1e6;

    /** Of 185 kB each, as in bench/results/http.md; a capacity unit of the load balancer is 1 GB in an hour. */
    private static final double PICTURE_GB_A_MILLION = 185;

    /** Parts of the bill and what each costs in US dollars. */
    Map<String, Double> parts() {
        Map<String, Double> parts = new LinkedHashMap<>();
        parts.put("API and functions", millions * (prices.httpApiMillion() + prices.lambdaMillion() + gateway()));
        parts.put("CloudFront and firewall", prices.firewallMonth() + millions * edge());
        parts.put("tables", millions * (READS * prices.dynamoReadMillion() + WRITES * prices.dynamoWriteMillion()));
        parts.put("workers", workers() * HOURS * worker.hourUsd());
        parts.put("load balancer", HOURS * prices.balancerHour() + balancerUnits() * prices.balancerUnitHour());
        parts.put("ways out", NAT_GATEWAYS * HOURS * prices.natHour());
        parts.put(
                "logs and answers",
                millions * 1e6 / KB_IN_GB * (LOGGED_KB * prices.logsGb() + ANSWER_KB * prices.outGb()));
        parts.put("watching", prices.watchMonth());
        return parts;
    }

    double total() {
        return parts().values().stream().mapToDouble(Double::doubleValue).sum();
    }

    double perMillion() {
        return total() / millions;
    }

    double workers() {
        return worker.count(millions * 1e6 / SECONDS, least);
    }

    /** What a million calls that go by the queue cost beyond those that are answered at once: three requests of SQS, a picture in and out of S3. */
    static double laterPerMillion(Prices prices) {
        double jobs = 2 * prices.dynamoWriteMillion() + 2 * prices.dynamoReadMillion();
        return 3 * prices.sqsMillion() + prices.s3PutMillion() + prices.s3GetMillion() + jobs;
    }

    private double gateway() {
        return GATEWAY_SECONDS * GATEWAY_GB * prices.lambdaGbSecond() * 1e6;
    }

    private double edge() {
        return prices.cloudFrontMillion() + prices.firewallMillion();
    }

    private double balancerUnits() {
        return millions * PICTURE_GB_A_MILLION;
    }
}
