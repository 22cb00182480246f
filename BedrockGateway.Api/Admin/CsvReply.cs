namespace BedrockGateway.Api.Admin;

/// <summary>A table that browsers save as a file.</summary>
internal sealed class CsvReply(byte[] bytes, string fileName) : IResult, IStatusCodeHttpResult
{
    public int? StatusCode => StatusCodes.Status200OK;

    public Task ExecuteAsync(HttpContext httpContext)
    {
        var response = httpContext.Response;
        response.ContentType = "text/csv; charset=utf-8; header=present";
        response.ContentLength = bytes.Length;
        response.Headers.ContentDisposition = $"attachment; filename=\"{fileName}\"";
        return response.Body.WriteAsync(bytes, httpContext.RequestAborted).AsTask();
    }
}
