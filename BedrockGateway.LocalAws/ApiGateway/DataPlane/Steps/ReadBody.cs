using System.Buffers;

namespace BedrockGateway.LocalAws.ApiGateway.DataPlane.Steps;

/// <summary>Reads the body, which may have 10 MB.</summary>
/// <remarks>Source: https://docs.aws.amazon.com/apigateway/latest/developerguide/limits.html</remarks>
internal sealed class ReadBody : IGatewayStep
{
    public const int MaxBytes = 10 * 1024 * 1024;

    public async ValueTask<Rejection?> RunAsync(GatewayRequest request, CancellationToken cancellationToken)
    {
        if (request.Http.Request.ContentLength > MaxBytes)
        {
            return new(GatewayFailure.RequestTooLarge);
        }

        try
        {
            return await ReadAsync(request, cancellationToken);
        }
        catch (BadHttpRequestException broken)
        {
            // Cut short, badly chunked or too slow: the client's fault, whatever the server's framing calls it.
            return new(GatewayFailure.BadRequestBody, Detail: broken.Message);
        }
    }

    private static async ValueTask<Rejection?> ReadAsync(GatewayRequest request, CancellationToken cancellationToken)
    {
        var reader = request.Http.Request.BodyReader;
        while (true)
        {
            var read = await reader.ReadAsync(cancellationToken);
            if (read.Buffer.Length > MaxBytes)
            {
                reader.AdvanceTo(read.Buffer.End);
                return new(GatewayFailure.RequestTooLarge);
            }

            if (read.IsCompleted)
            {
                request.Body = read.Buffer.ToArray();
                reader.AdvanceTo(read.Buffer.End);
                return null;
            }

            reader.AdvanceTo(read.Buffer.Start, read.Buffer.End);
        }
    }
}
