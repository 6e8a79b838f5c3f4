package io.matricula.gateway.uploads;

import io.matricula.contract.ApiError;
import io.matricula.contract.CloudTime;
import io.matricula.contract.UploadAnswer;
import io.matricula.contract.UploadRequest;
import io.matricula.gateway.picture.PictureIntake;
import io.matricula.http.auth.CallerAuthentication;
import io.matricula.http.errors.ApiException;
import io.matricula.http.exchange.Exchange;
import io.matricula.reading.config.ReadingConfig;
import io.matricula.service.access.Permission;
import io.matricula.service.account.Account;
import io.matricula.service.throttle.Limit;
import io.matricula.service.throttle.Throttle;
import io.matricula.service.upload.Upload;
import io.matricula.service.upload.UploadId;
import io.matricula.service.upload.UploadInbox;
import io.matricula.service.upload.UploadStore;
import io.matricula.service.upload.UploadTarget;
import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.inject.Instance;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.UriInfo;
import java.time.Clock;
import java.util.OptionalLong;
import org.jspecify.annotations.Nullable;

/**
 * {@code POST /v1/uploads}: an address where the client puts a picture, and the name under which {@code upload_url} takes it. Where
 * that address is one of this server, {@code PUT /v1/uploads/{id}} takes the picture.
 */
@Path("/v1/uploads")
@Produces(MediaType.APPLICATION_JSON)
public class UploadsResource {
    private final CallerAuthentication callers;
    private final PictureIntake intake;
    private final Throttle throttle;
    private final UploadStore uploads;
    private final Instance<UploadInbox> inbox;
    private final Clock clock;
    private final long maxSize;

    UploadsResource(
            CallerAuthentication callers,
            PictureIntake intake,
            Throttle throttle,
            UploadStore uploads,
            Instance<UploadInbox> inbox,
            Clock clock,
            ReadingConfig config) {
        this.callers = callers;
        this.intake = intake;
        this.throttle = throttle;
        this.uploads = uploads;
        this.inbox = inbox;
        this.clock = clock;
        this.maxSize = config.uploads().maxSize().asLongValue();
    }

    @POST
    @Consumes(MediaType.APPLICATION_JSON)
    public Response announce(
            @Nullable UploadRequest request, @Context RoutingContext context, @Context UriInfo address) {
        Account account = callers.caller(context, Permission.READ_PLATES).account();
        long size = size(request);
        throttle.attempt(Limit.UPLOADS_OF_ACCOUNT, account.id().value());
        Upload upload = Upload.announce(account.id(), size, clock.instant());
        UploadTarget target = uploads.open(upload);
        var answer = new UploadAnswer(
                upload.id().value(),
                upload.id().reference(),
                address.getBaseUri().resolve(target.address()).toString(),
                target.headers(),
                CloudTime.seconds(upload.expires()));
        return Response.status(Response.Status.CREATED).entity(answer).build();
    }

    private long size(@Nullable UploadRequest request) {
        Long size = request == null ? null : request.size();
        if (size == null || size < 1) {
            throw ApiException.field("size", "The picture's length in bytes is required.");
        }
        if (size > maxSize) {
            throw ApiException.of(ApiError.TOO_LARGE, maxSize);
        }
        return size;
    }

    /** Needs no token: the key in the address is good for this one picture. */
    @PUT
    @Path("{id}")
    @Consumes(MediaType.WILDCARD)
    public Response bring(
            @PathParam("id") String name,
            @QueryParam("key") @Nullable String key,
            @HeaderParam("Content-Length") @Nullable Long length,
            @Context RoutingContext context) {
        if (inbox.isUnsatisfied() || key == null) {
            throw ApiException.of(ApiError.NOT_FOUND);
        }
        UploadId id = UploadId.parse(name).orElseThrow(() -> ApiException.of(ApiError.NOT_FOUND));
        OptionalLong expected = inbox.get().expected(id, key);
        if (expected.isEmpty()) {
            throw ApiException.of(ApiError.NOT_FOUND);
        }
        requireSize(expected.getAsLong(), length == null ? expected.getAsLong() : length);
        // One more than expected, so that a body which goes on is noticed.
        try (var taken = intake.take(context, expected.getAsLong() + 1)) {
            Exchange.of(context).bytes(taken.bytes().length);
            requireSize(expected.getAsLong(), taken.bytes().length);
            if (!inbox.get().put(id, key, taken.bytes())) {
                throw ApiException.of(ApiError.NOT_FOUND);
            }
            return Response.noContent().build();
        }
    }

    private static void requireSize(long announced, long sent) {
        if (sent != announced) {
            throw ApiException.of(
                    ApiError.MALFORMED_BODY, "The upload was announced with " + announced + " bytes, but has others.");
        }
    }
}
