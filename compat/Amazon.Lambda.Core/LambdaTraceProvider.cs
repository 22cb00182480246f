namespace Amazon.Lambda.Core;

/// <summary>The X-Ray trace header of the invocation that the calling code works for.</summary>
public class LambdaTraceProvider
{
    private static readonly AsyncLocal<string> OfInvocation = new();

    // With one invocation at a time the header also reaches code that no async flow connects to the handler.
    private static string s_ofProcess;

    public static string CurrentTraceId =>
        OfInvocation.Value ?? s_ofProcess ?? Environment.GetEnvironmentVariable("_X_AMZN_TRACE_ID");

    internal static void SetCurrentTraceId(string traceId, bool isMultiConcurrency)
    {
        if (isMultiConcurrency)
        {
            OfInvocation.Value = traceId;
        }
        else
        {
            s_ofProcess = traceId;
        }
    }
}
