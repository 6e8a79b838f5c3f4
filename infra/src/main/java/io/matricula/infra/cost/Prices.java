package io.matricula.infra.cost;

import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.IOException;
import java.nio.file.Path;

/**
 * What AWS charges, in US dollars, as {@code prices.json} says.
 *
 * @param listed where and when they were listed
 * @param logsGb for each GB written
 * @param outGb for each GB that leaves
 * @param firewallMonth for the firewall and its two rules
 * @param balancerUnitHour of a load balancer's capacity unit
 * @param gpuMachineHour of the machine with one GPU
 * @param watchMonth for alarms, the dashboard, the key and what the cluster tells of itself
 */
public record Prices(
        String listed,
        double httpApiMillion,
        double lambdaMillion,
        double lambdaGbSecond,
        double dynamoReadMillion,
        double dynamoWriteMillion,
        double sqsMillion,
        double s3PutMillion,
        double s3GetMillion,
        double logsGb,
        double outGb,
        double cloudFrontMillion,
        double firewallMillion,
        double firewallMonth,
        double natHour,
        double balancerHour,
        double balancerUnitHour,
        double fargateCpuHour,
        double fargateGbHour,
        double gpuMachineHour,
        double watchMonth) {

    static Prices read(Path file) throws IOException {
        return JsonMapper.builder()
                .enable(DeserializationFeature.FAIL_ON_MISSING_CREATOR_PROPERTIES)
                .build()
                .readValue(file.toFile(), Prices.class);
    }
}
