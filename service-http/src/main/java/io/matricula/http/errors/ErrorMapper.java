package io.matricula.http.errors;

import com.fasterxml.jackson.core.JsonParseException;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonMappingException;
import com.fasterxml.jackson.databind.JsonMappingException.Reference;
import com.fasterxml.jackson.databind.exc.MismatchedInputException;
import io.matricula.contract.ApiError;
import io.matricula.http.exchange.Exchange;
import io.matricula.service.identity.RefusedException;
import io.matricula.service.password.PasswordHashing;
import io.matricula.service.throttle.TooManyAttemptsException;
import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.ws.rs.WebApplicationException;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.time.Duration;
import java.util.Objects;
import org.jboss.logging.Logger;
import org.jboss.resteasy.reactive.server.ServerExceptionMapper;

/** Turns whatever a resource throws into an error of the catalogue. */
@ApplicationScoped
class ErrorMapper {
    private static final Logger LOG = Logger.getLogger(ErrorMapper.class);

    private static final Duration BUSY_FOR = Duration.ofSeconds(5);

    private final Refusals refusals;
    private final AllowedMethods allowed;

    ErrorMapper(Refusals refusals, AllowedMethods allowed) {
        this.refusals = refusals;
        this.allowed = allowed;
    }

    @ServerExceptionMapper(ApiException.class)
    Response refused(ApiException refusal, RoutingContext context) {
        return response(refusal, context);
    }

    @ServerExceptionMapper(RefusedException.class)
    Response refusedField(RefusedException refusal, RoutingContext context) {
        return response(ApiException.field(refusal.field(), refusal.problem()), context);
    }

    @ServerExceptionMapper(TooManyAttemptsException.class)
    Response throttled(TooManyAttemptsException refusal, RoutingContext context) {
        return response(ApiException.retry(ApiError.TOO_MANY_ATTEMPTS, refusal.retryAfter()), context);
    }

    @ServerExceptionMapper(PasswordHashing.BusyException.class)
    Response busy(PasswordHashing.BusyException refusal, RoutingContext context) {
        return response(ApiException.retry(ApiError.BUSY, BUSY_FOR), context);
    }

    /** Takes the place of the framework's own mapper, whose answer has no body. */
    @ServerExceptionMapper(MismatchedInputException.class)
    Response otherJson(MismatchedInputException fault, RoutingContext context) {
        return response(ofJson(fault), context);
    }

    /** What the framework refuses before a resource is reached. */
    @ServerExceptionMapper(WebApplicationException.class)
    Response framework(WebApplicationException fault, RoutingContext context) {
        ApiException refusal = fault.getCause() instanceof JsonProcessingException broken
                ? ofJson(broken)
                : ofStatus(fault.getResponse().getStatus(), context);
        return response(refusal, context);
    }

    /** A fault of ours. The text stays in the log. */
    @ServerExceptionMapper(Throwable.class)
    Response fault(Throwable fault, RoutingContext context) {
        LOG.errorf(fault, "request=%s failed", Exchange.of(context).requestId());
        return response(ApiException.of(ApiError.INTERNAL), context);
    }

    /** The catalogue's error for a status that the framework chose. */
    static ApiException ofStatus(int status, RoutingContext context) {
        return switch (status) {
            case 404 -> ApiException.of(ApiError.NOT_FOUND);
            case 405 ->
                ApiException.of(
                        ApiError.METHOD_NOT_ALLOWED, context.request().method().name());
            case 408 -> ApiException.of(ApiError.REQUEST_TIMEOUT);
            case 411 -> ApiException.of(ApiError.LENGTH_MISSING);
            case 413 -> ApiException.of(ApiError.TOO_LARGE, SmallBodies.LARGEST);
            case 414 -> ApiException.of(ApiError.URI_TOO_LONG);
            case 415 -> ApiException.of(ApiError.MEDIA_TYPE, mediaType(context));
            case 431 -> ApiException.of(ApiError.HEADERS_TOO_LARGE);
            default -> ApiException.of(status >= 500 ? ApiError.INTERNAL : ApiError.BAD_REQUEST);
        };
    }

    /** What is wrong with a body that should be a JSON object of certain fields: one of them, or all of it. */
    static ApiException ofJson(JsonProcessingException fault) {
        if (!(fault instanceof JsonMappingException mapping) || fault.getCause() instanceof JsonParseException) {
            return ApiException.noJson();
        }
        return mapping.getPath().stream()
                .map(Reference::getFieldName)
                .filter(Objects::nonNull)
                .findFirst()
                .map(field -> ApiException.field(field, "Not a valid value."))
                .orElseGet(ApiException::noJsonObject);
    }

    private static String mediaType(RoutingContext context) {
        String sent = context.request().getHeader("Content-Type");
        return sent == null ? "" : sent.length() > 100 ? sent.substring(0, 100) : sent;
    }

    private Response response(ApiException refusal, RoutingContext context) {
        refusals.note(refusal, context);
        var response = Response.status(refusal.error().status())
                .type(MediaType.APPLICATION_JSON_TYPE)
                .entity(refusal.answer());
        refusal.headers().forEach(response::header);
        if (refusal.error() == ApiError.METHOD_NOT_ALLOWED) {
            response.header("Allow", allowed.at(context.normalizedPath()));
        }
        return response.build();
    }
}
