namespace Aspire.Hosting.AWS.Provisioning;

/// <summary>A resource could not be provisioned.</summary>
public class AWSProvisioningException(string message, Exception? innerException = null)
    : Exception(message, innerException);
